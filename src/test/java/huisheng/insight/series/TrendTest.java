package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
    private static final int ROUNDS = 200;
    private static final double[] RISING = {
        3.1, 2.7, 4.0, 3.6, 4.4, 4.1, 3.9, 5.2, 4.8, 5.5, 4.9, 6.1, 5.0, 6.3, 5.8, 6.6, 7.4, 6.2, 6.9, 7.1, 7.8, 6.7,
        8.0, 7.7
    };

    /** Slope and intercept by scipy.stats.theilslopes, p and interval by the formulas in Python with scipy.stats.t. */
    @Test
    void slope_agreesWithSciPy() {
        Trend trend = Trend.of(times(RISING.length), RISING);
        assertThat(trend.slope()).isEqualTo(0.2090909090909091, within(1e-9));
        assertThat(trend.from()).isEqualTo(3.2454545454545456, within(1e-9));
        assertThat(trend.low()).isEqualTo(0.175, within(1e-9));
        assertThat(trend.high()).isEqualTo(0.24444444444444446, within(1e-9));
        assertThat(trend.p()).isEqualTo(1.3066212683400656e-05, within(1e-9));
    }

    @Test
    void tendency_agreesWithPython() {
        assertThat(Pairs.tendency(RISING)).isEqualTo(226);
        assertThat(Pairs.varianceOfTendency(RISING)).isEqualTo(1625.3333333333333, within(1e-9));
        double[] tied = {1, 2, 2, 3, 3, 3, 4, 4, 1, 5};
        assertThat(Pairs.varianceOfTendency(tied)).isEqualTo(118.33333333333333, within(1e-9));
    }

    @Test
    void inflation_agreesWithPython() {
        double[] steps = {
            0.3, -0.2, 0.5, 0.1, 0.4, -0.1, 0.2, 0.6, -0.3, 0.1, 0.2, 0.1, -0.5, 0.2, 0.3, 0.4, -0.2, 0.1, 0.5, 0.2,
            -0.1, 0.3, 0.2, -0.4, 0.1, 0.3, 0.2, 0.1, 0.4, -0.2
        };
        Arrays.parallelPrefix(steps, Double::sum);
        double inflation = Correlation.inflation(times(steps.length), steps, 0.12083333333333335);
        assertThat(inflation).isEqualTo(2.251492256960387, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TREND_AND_WEEK")
    void quietSeries_seldomHasATrend(QuietSeries family) {
        int covered = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            if (find(family.make(new Synthetic(seed), 90)).p() > 0.05) covered++;
        }
        System.out.println("trend, " + family + ", seeds 0–199: p > .05 in " + covered);
        assertThat(covered).isGreaterThanOrEqualTo(184);
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 90})
    void strongAutocorrelation_isNoTrend(int size) {
        int covered = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            if (find(new Synthetic(seed).autoregressive(size, 0.6)).p() > 0.05) covered++;
        }
        System.out.println("trend, autocorrelation .6, " + size + " buckets, seeds 0–199: p > .05 in " + covered);
        assertThat(covered).isGreaterThanOrEqualTo(184);
    }

    @Test
    void trueSlope_isCovered() {
        int covered = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Trend trend = find(QuietSeries.TREND_AND_WEEK.make(new Synthetic(seed), 180));
            if (trend.low() <= 0.4 / 180 && 0.4 / 180 <= trend.high()) covered++;
            assertThat(trend.p()).isLessThan(1e-6);
        }
        System.out.println("trend, true slope, seeds 0–999: covered " + covered);
        assertThat(covered).isBetween(930, 980);
    }

    @Test
    void line_staysWithinTheMeasure() {
        Trend trend = find(Series.counts(Synthetic.longs(40, i -> i < 20 ? 40 - 2L * i : 0)));
        assertThat(trend.slope()).isNegative();
        assertThat(trend.to()).isNotNegative();
    }

    @Test
    void constantSeries_hasNone() {
        Trend trend = find(Series.counts(new long[365], 7));
        assertThat(trend).isEqualTo(new Trend(0, 0, 0, 1, 0, 0));
        assertThat(find(new Synthetic(1).means(100, 0, i -> 0.3)).p()).isEqualTo(1);
    }

    @Test
    void gaps_keepTheScaleOfTime() {
        long[] counts = Synthetic.longs(60, i -> 10 + i);
        boolean[] missing = new boolean[60];
        Arrays.fill(missing, 10, 40, true);
        assertThat(find(Series.counts(counts).without(missing)).slope()).isEqualTo(1, within(1e-9));
    }

    @Test
    void tenThousandBuckets_areAnswered() {
        Trend trend = find(Series.counts(Synthetic.longs(10_000, i -> i / 10 + i % 2)));
        assertThat(trend.slope()).isEqualTo(0.1, within(1e-3));
        assertThat(trend.to()).isEqualTo(1000, within(2.0));
    }

    @Test
    void tooShort_tellsWhatIsNeeded() {
        assertThat(Trend.of(Series.counts(new long[9]))).isEqualTo(new Estimate.TooShort<>(9, 10));
    }

    private static double[] times(int size) {
        double[] times = new double[size];
        Arrays.setAll(times, i -> i);
        return times;
    }

    private static Trend find(Series series) {
        return switch (Trend.of(series)) {
            case Estimate.Known<Trend> known -> known.value();
            case Estimate.TooShort<Trend> tooShort -> throw new AssertionError(tooShort.toString());
        };
    }
}
