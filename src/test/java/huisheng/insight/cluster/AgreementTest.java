package huisheng.insight.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    /** The examples in the documentation of scikit-learn. */
    @Test
    void agreement_agreesWithAnotherImplementation() {
        Agreement split = Agreement.of(List.of("0", "0", "1", "2"), List.of("0", "0", "1", "1"));
        assertThat(split.rand()).isEqualTo(0.5714285714, within(1e-9));
        assertThat(split.homogeneity()).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(split.completeness()).isEqualTo(1, within(1e-9));
        assertThat(split.v()).isEqualTo(0.8, within(1e-9));
        assertThat(split.purity()).isEqualTo(0.75, within(1e-9));
        assertThat(split.inverse()).isEqualTo(1, within(1e-9));
    }

    @Test
    void agreement_isOneForOtherNames() {
        Agreement same = Agreement.of(List.of("a", "a", "b"), List.of("x", "x", "y"));
        assertThat(same.rand()).isEqualTo(1, within(1e-9));
        assertThat(same.v()).isEqualTo(1, within(1e-9));
    }
}
