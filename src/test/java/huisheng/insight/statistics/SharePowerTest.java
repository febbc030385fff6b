package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharePowerTest {
    /** R's help of power.prop.test: 50 each, .50 against .75, power = 0.7401659, which leaves out the wrong direction. */
    @Test
    void of_agreesWithR() {
        assertThat(SharePower.of(0.5, 50, 0.75, 50)).isEqualTo(0.7401659, within(2e-6));
    }

    /** scipy 1.17: norm.cdf((d - 1.96 s0)/s1) + norm.cdf((-d - 1.96 s0)/s1), s0 of the pooled shares, s1 of each. */
    @Test
    void of_agreesWithScipy() {
        assertThat(SharePower.of(0.5, 50, 0.75, 50)).isEqualTo(0.7401671934536111, within(1e-10));
        assertThat(SharePower.of(0.1, 200, 0.15, 900)).isEqualTo(0.44591325159617534, within(1e-10));
    }

    @Test
    void of_nothingToFind_isAlpha() {
        assertThat(SharePower.of(0.02, 1000, 0.02, 1000)).isEqualTo(SharePower.ALPHA, within(1e-12));
        assertThat(SharePower.of(0, 10, 0, 10)).isZero();
        assertThat(SharePower.of(1, 10, 0, 10)).isEqualTo(1);
    }

    /** scipy 1.17: brentq of the power above less 0.8. */
    @Test
    void detectable_agreesWithScipy() {
        assertThat(SharePower.detectable(0.1, 1000, 1000)).hasValueCloseTo(0.040745102629917096, within(1e-10));
        assertThat(SharePower.detectable(0.03, 500, 2000)).hasValueCloseTo(0.02996647631351814, within(1e-10));
    }

    @Test
    void detectable_tooFew_isEmpty() {
        assertThat(SharePower.detectable(0.9, 5, 5)).isEmpty();
        assertThat(SharePower.detectable(1, 50, 50)).isEmpty();
    }

    /** scipy 1.17: the first n whose power above is 0.8. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.75, 58", "0.1, 0.12, 3841", "0.02, 0.03, 3826"})
    void perArm_agreesWithScipy(double p1, double p2, long n) {
        assertThat(SharePower.perArm(p1, p2)).isEqualTo(n);
        assertThat(SharePower.perArm(p2, p1)).isEqualTo(n);
    }

    @Test
    void perArm_noDifferenceIsRefused() {
        assertThatThrownBy(() -> assertThat(SharePower.perArm(0.2, 0.2)).isZero())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("small a difference");
        assertThat(SharePower.perArm(0, 1)).isBetween(1L, 10L);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 5, 0.5, 5", "0.1, 5, 1.5, 5", "NaN, 5, 0.5, 5", "0.1, 0, 0.5, 5", "0.1, 5, 0.5, -1"})
    void of_badFiguresAreRefused(double p1, long n1, double p2, long n2) {
        assertThatThrownBy(() -> assertThat(SharePower.of(p1, n1, p2, n2)).isNaN())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
