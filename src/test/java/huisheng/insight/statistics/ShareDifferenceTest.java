package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareDifferenceTest {
    /** Newcombe 1998, table II, method 10, contrasts a, b, g(h) and d, to the four digits printed there. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "10, 10, 0, 20, 0.6791, 1.0000"
    })
    void of_agreesWithNewcombe(long k1, long n1, long k2, long n2, double low, double high) {
        ShareDifference difference = ShareDifference.of(k1, n1, k2, n2);
        assertThat(difference.low()).isEqualTo(low, within(5e-5));
        assertThat(difference.high()).isEqualTo(high, within(5e-5));
    }

    /**
     * scipy 1.17: bounds by binomtest(k, n).proportion_ci(method="wilson") of both sides, z by
     * chi2_contingency(correction=False), p by it or, where expected_freq is below 5, by fisher_exact.
     */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.2, 0.052431472402, 0.333872654037, 2.650171951259, 0.00804508136819659, false",
        "9, 10, 3, 10, 0.6, 0.170522723935, 0.809017973535, 2.738612787526, 0.0197666110978804, true",
        "10, 10, 0, 20, 1.0, 0.679086037142, 1.0, 5.477225575052, 3.32833916042312e-08, true",
        "30, 400, 12, 900, 0.061666666667, 0.037606222552, 0.092248354785, 5.803746495959, 6.48493003895114e-09, false",
        "5, 56, 0, 29, 0.089285714286, -0.038137147904, 0.192560013855, 1.658648869239, 0.160621443209471, true"
    })
    void of_agreesWithScipy(
            long k1,
            long n1,
            long k2,
            long n2,
            double effect,
            double low,
            double high,
            double z,
            double p,
            boolean exact) {
        ShareDifference difference = ShareDifference.of(k1, n1, k2, n2);
        assertThat(difference.effect()).isEqualTo(effect, within(1e-11));
        assertThat(difference.low()).isEqualTo(low, within(1e-11));
        assertThat(difference.high()).isEqualTo(high, within(1e-11));
        assertThat(difference.z()).isEqualTo(z, within(1e-11));
        assertThat(difference.p()).isEqualTo(p, within(p * 1e-9));
        assertThat(difference.exact()).isEqualTo(exact);
    }

    @Test
    void of_sidesSwapped_turnsTheSign() {
        ShareDifference one = ShareDifference.of(5, 56, 0, 29);
        ShareDifference other = ShareDifference.of(0, 29, 5, 56);
        assertThat(other.low()).isEqualTo(-one.high(), within(1e-12));
        assertThat(other.high()).isEqualTo(-one.low(), within(1e-12));
        assertThat(other.p()).isEqualTo(one.p(), within(1e-12));
    }

    @Test
    void of_noneOrAllOfBoth_differInNothing() {
        assertThat(ShareDifference.of(0, 20, 0, 30).p()).isEqualTo(1);
        assertThat(ShareDifference.of(20, 20, 30, 30).z()).isZero();
        assertThat(ShareDifference.of(20, 20, 30, 30).low()).isNegative();
        assertThat(ShareDifference.of(0, 1, 1, 1).p()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 2", "1, 2, 0, 0", "3, 2, 1, 2", "1, 2, -1, 2"})
    void of_noShareIsRefused(long k1, long n1, long k2, long n2) {
        assertThatThrownBy(() -> assertThat(ShareDifference.of(k1, n1, k2, n2)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no share");
    }
}
