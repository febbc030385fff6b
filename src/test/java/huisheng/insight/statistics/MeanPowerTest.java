package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanPowerTest {
    /** R's help of power.t.test: 20 each, difference and deviation 1, power = 0.8689528, less the wrong direction. */
    @Test
    void of_agreesWithR() {
        assertThat(MeanPower.of(1, 1, 20, 1, 20)).isEqualTo(0.8689528, within(1e-6));
    }

    /** scipy 1.17: nct.sf(t, df, d/se) + nct.cdf(-t, df, d/se), t = t.ppf(.975, df), Satterthwaite's df. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 20, 1, 20, 0.8689530277239897",
        "0.3, 1.2, 80, 0.7, 150, 0.5315016750976961",
        "0.05, 1, 5000, 1, 7000, 0.7703830691426865",
        "2, 1, 3, 0.5, 2, 0.5160323246167913",
        "-1, 1, 20, 1, 20, 0.8689530277239897",
        "0, 1, 10, 1, 10, 0.05"
    })
    void of_agreesWithScipy(double effect, double sd1, long n1, double sd2, long n2, double power) {
        assertThat(MeanPower.of(effect, sd1, n1, sd2, n2)).isEqualTo(power, within(1e-8));
    }

    /** scipy 1.17: brentq of the power above less 0.8; the first n whose power is 0.8. */
    @Test
    void detectableAndPerArm_agreeWithScipy() {
        assertThat(MeanPower.detectable(1, 20, 1, 20)).isEqualTo(0.9091290326820795, within(1e-7));
        assertThat(MeanPower.detectable(1.1, 400, 1.4, 900)).isEqualTo(0.20228141429917318, within(1e-7));
        assertThat(MeanPower.perArm(1, 1, 1)).isEqualTo(17);
        assertThat(MeanPower.perArm(0.2, 1.1, 1.3)).isEqualTo(571);
        assertThat(MeanPower.perArm(3, 1, 1)).isEqualTo(4);
    }

    @Test
    void of_hugeEffectOrSample_isSure() {
        assertThat(MeanPower.of(1000, 1, 20, 1, 20)).isEqualTo(1);
        assertThat(MeanPower.of(0.1, 1, 1_000_000_000_000L, 1, 1_000_000_000_000L))
                .isEqualTo(1);
        assertThat(MeanPower.perArm(1e-4, 1, 1)).isBetween(1_569_000_000L, 1_571_000_000L);
    }

    /** scipy 1.17: scipy.stats.nct.cdf(t, df, shift). */
    @ParameterizedTest
    @CsvSource({
        "2, 10, 1.5, 0.6591540724421909",
        "-1, 5, 2, 0.0023163756540751507",
        "0, 3, 1, 0.15865525393145707",
        "30, 20, 25, 0.8305613288019649",
        "2, 1000000, 2.8, 0.21185548549059557",
        "1.2, 2.5, -0.7, 0.9462677823475426"
    })
    void noncentralT_agreesWithScipy(double t, double df, double shift, double p) {
        assertThat(NoncentralT.cdf(t, df, shift)).isEqualTo(p, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, 5, 1, 5", "1, -1, 5, 1, 5", "1, 1, 1, 1, 5", "1, 0, 5, 0, 5", "1, Infinity, 5, 1, 5"})
    void of_badFiguresAreRefused(double effect, double sd1, long n1, double sd2, long n2) {
        assertThatThrownBy(
                        () -> assertThat(MeanPower.of(effect, sd1, n1, sd2, n2)).isNaN())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void perArm_noEffectIsRefused() {
        assertThatThrownBy(() -> assertThat(MeanPower.perArm(0, 1, 1)).isZero())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
