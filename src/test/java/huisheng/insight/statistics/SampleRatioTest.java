package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleRatioTest {
    /** Kohavi, Tang and Xu 2020: 821,588 against 815,482 users where half was meant, p = 1.8E-6. */
    @Test
    void of_agreesWithKohavi() {
        SampleRatio ratio = SampleRatio.of(new long[] {821588, 815482}, new double[] {1, 1});
        assertThat(ratio.p()).isEqualTo(1.8e-6, within(5e-8));
        assertThat(ratio.mismatch()).isTrue();
    }

    /** scipy 1.17: scipy.stats.chisquare(counts, expected). */
    @Test
    void of_agreesWithScipy() {
        SampleRatio two = SampleRatio.of(new long[] {821588, 815482}, new double[] {0.5, 0.5});
        assertThat(two.chiSquare()).isEqualTo(22.77436884189436, within(1e-8));
        assertThat(two.p()).isEqualTo(1.8217928726191858e-06, within(1e-14));
        SampleRatio three = SampleRatio.of(new long[] {5012, 4873, 2510}, new double[] {2, 2, 1});
        assertThat(three.chiSquare()).isEqualTo(2.4330375151270673, within(1e-9));
        assertThat(three.df()).isEqualTo(2);
        assertThat(three.p()).isEqualTo(0.29625972574178616, within(1e-10));
        assertThat(three.mismatch()).isFalse();
    }

    @Test
    void of_nothingYet_mismatchesNothing() {
        assertThat(SampleRatio.of(new long[] {0, 0}, new double[] {1, 1})).isEqualTo(new SampleRatio(0, 1, 1, false));
    }

    @Test
    void of_badArmsAreRefused() {
        refused(new long[] {5}, 1);
        refused(new long[] {});
        refused(new long[] {5, 5}, 1);
        refused(new long[] {5, -5}, 1, 1);
        refused(new long[] {5, 5}, 1, 0);
        refused(new long[] {5, 5}, 1, Double.NaN);
        refused(new long[] {5, 5}, 1, Double.POSITIVE_INFINITY);
    }

    private static void refused(long[] counts, double... weights) {
        assertThatThrownBy(() -> assertThat(SampleRatio.of(counts, weights)).isNull())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
