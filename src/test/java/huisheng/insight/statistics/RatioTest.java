package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {
    /** numpy 2.4: a = (k1+.5)/(n1+1), b likewise; exp(log(a/b) ± 1.96 sqrt(1/(k1+.5) - 1/(n1+1) + …)), 2 norm.sf(z). */
    @ParameterizedTest
    @CsvSource({
        "30, 400, 12, 900, 5.482394014963, 2.868855512846, 10.476876231901, 2.61188620404774e-07",
        "0, 20, 5, 25, 0.112554112554, 0.006593342174, 1.921397057614, 0.131335365031031",
        "7, 50, 0, 60, 17.941176470588, 1.049848179488, 306.602249199238, 0.0462008214695267",
        "10, 10, 12, 12, 0.992727272727, 0.838643736524, 1.175120489305, 0.932405522949152"
    })
    void of_agreesWithNumpy(long k1, long n1, long k2, long n2, double effect, double low, double high, double p) {
        Ratio ratio = Ratio.of(k1, n1, k2, n2);
        assertThat(ratio.effect()).isEqualTo(effect, within(1e-10));
        assertThat(ratio.low()).isEqualTo(low, within(1e-10));
        assertThat(ratio.high()).isEqualTo(high, within(high * 1e-10));
        assertThat(ratio.p()).isEqualTo(p, within(1e-12));
        Ratio swapped = Ratio.of(k2, n2, k1, n1);
        assertThat(swapped.low()).isEqualTo(1 / ratio.high(), within(1e-10));
    }

    /** Far from 0 and all it is the plain one: Katz's interval. */
    @Test
    void of_manyReviews_isNearThePlainRatio() {
        Ratio ratio = Ratio.of(15_000_000, 100_000_000, 10_000_000, 100_000_000);
        assertThat(ratio.effect()).isEqualTo(1.5, within(1e-6));
        Ratio hundreds = Ratio.of(150, 1000, 100, 1000);
        double error = Math.sqrt(1 / 150.0 - 1 / 1000.0 + 1 / 100.0 - 1 / 1000.0);
        assertThat(hundreds.low()).isEqualTo(1.5 * Math.exp(-1.96 * error), within(0.01));
        assertThat(hundreds.high()).isEqualTo(1.5 * Math.exp(1.96 * error), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0, 1", "1, 1, 1, 1", "0, 1, 1, 1", "0, 1000000, 1000000, 1000000", "0, 5, 3, 5"})
    void of_zerosAndAll_areFinite(long k1, long n1, long k2, long n2) {
        Ratio ratio = Ratio.of(k1, n1, k2, n2);
        assertThat(ratio.effect()).isFinite().isPositive();
        assertThat(ratio.low()).isPositive().isLessThan(ratio.effect());
        assertThat(ratio.high()).isFinite().isGreaterThan(ratio.effect());
        assertThat(ratio.p()).isBetween(0.0, 1.0);
    }

    @Test
    void of_nothingIsRefused() {
        assertThatThrownBy(() -> assertThat(Ratio.of(0, 0, 1, 2)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assertThat(Ratio.of(1, 2, 3, 2)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
