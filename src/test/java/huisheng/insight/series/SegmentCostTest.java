package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Likelihood ratios against SciPy 1.17, log-probabilities of scipy.stats summed. */
class SegmentCostTest {
    private static final double[] N = {100, 110, 90, 105, 120, 95};
    private static final double[] SHARES = {3 / 100.0, 5 / 110.0, 2 / 90.0, 9 / 105.0, 11 / 120.0, 8 / 95.0};

    @Test
    void gain_agreesWithSciPy() {
        assertThat(new SegmentCost(Measure.SHARE, SHARES, N, 1).gain(0, 3, 6))
                .isEqualTo(8.239391651266601, within(1e-9));
        assertThat(new SegmentCost(Measure.COUNT, SHARES, N, 1).gain(0, 3, 6))
                .isEqualTo(7.75566136388619, within(1e-9));
        double[] means = {0.1, 0.2, 0.15, 0.4, 0.5, 0.45};
        double[] weights = {1, 2, 1, 1, 0.5, 1};
        assertThat(new SegmentCost(Measure.MEAN, means, weights, 0.01).gain(0, 3, 6))
                .isEqualTo(11.847115384615382, within(1e-9));
    }

    @Test
    void gain_ofNothingIsNothing() {
        SegmentCost zeros = new SegmentCost(Measure.SHARE, new double[6], N, 1);
        assertThat(zeros.gain(0, 3, 6)).isZero();
        assertThat(zeros.level(0, 6)).isZero();
    }
}
