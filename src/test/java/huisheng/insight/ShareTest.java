package huisheng.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    /** Newcombe 1998, table I, method 3, to the four digits printed there. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void of_agreesWithNewcombe(long k, long n, double low, double high) {
        Share share = Share.of(k, n);
        assertThat(share.low()).isEqualTo(low, within(5e-5));
        assertThat(share.high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void of_noneOfTwentyIsZSquaredOverNPlusZSquared() {
        assertThat(Share.of(0, 20).high()).isEqualTo(3.841458820694124 / (20 + 3.841458820694124), within(1e-9));
        assertThat(Share.of(20, 20).low()).isEqualTo(20 / (20 + 3.841458820694124), within(1e-9));
        assertThat(Share.of(0, 20).low()).isZero();
        assertThat(Share.of(20, 20).high()).isEqualTo(1);
    }

    @Test
    void of_moreThanAllIsRefused() {
        assertThatThrownBy(() -> assertThat(Share.of(3, 2)).isNull()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orInsufficient_belowTheMinimumIsSilent() {
        assertThat(Share.orInsufficient(2, 4)).isNull();
        assertThat(Share.orInsufficient(2, 5)).isNotNull();
        assertThat(Insufficient.below(4)).isEqualTo(new Insufficient(4, 5));
        assertThat(Insufficient.below(5)).isNull();
    }
}
