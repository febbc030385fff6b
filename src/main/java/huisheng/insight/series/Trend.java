package huisheng.insight.series;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether a series goes up or down, its season taken out: the median of the slopes between all pairs of buckets (P. K. Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968), 1379–1389), and the Mann–Kendall test
 * with the variance of correlated values (K. H. Hamed and A. R. Rao, "A modified Mann-Kendall trend test for autocorrelated
 * data", J. Hydrology 204 (1998), 182–196).
 *
 * @param slope per bucket, in the measure's unit
 * @param low and {@code high}: its 95 % interval
 * @param p two-sided probability of such a tendency in a series without one
 * @param from the line at the first bucket
 * @param to the line at the last bucket
 */
public record Trend(double slope, double low, double high, double p, double from, double to) {
    /** Least number of buckets; below it the test's normal approximation is rough. */
    public static final int NEEDED = 10;

    /** Above it neighbours are averaged: 280,000 pairs at most. */
    private static final int MAX_VALUES = 750;

    public static Estimate<Trend> of(Series series) {
        if (series.known() < NEEDED) return new Estimate.TooShort<>(series.known(), NEEDED);
        Adjusted adjusted = Adjusted.of(series);
        double[] value = Arrays.stream(adjusted.value).map(adjusted::level).toArray();
        double[] at = Arrays.stream(adjusted.bucket).asDoubleStream().toArray();
        int width = (value.length + MAX_VALUES - 1) / MAX_VALUES;
        Trend trend = of(means(at, width), means(value, width));
        return new Estimate.Known<>(trend.within(series, at[0], at[at.length - 1]));
    }

    /** {@code from} and {@code to} hold the intercept at time 0. */
    static Trend of(double[] at, double[] value) {
        double[] slopes = Pairs.slopes(at, value);
        double slope = Robust.median(slopes, 0, slopes.length);
        double intercept = Robust.median(value) - slope * Robust.median(at);
        double inflation = Correlation.inflation(at, value, slope);
        double variance = Pairs.varianceOfTendency(value) * inflation;
        TDistribution spread = new TDistribution(Math.max(2, value.length / inflation - 2));
        double reach = spread.inverseCumulativeProbability(0.975) * Math.sqrt(variance);
        // ranks of the bounds as in scipy.stats.theilslopes
        int upper = (int) Math.min(Math.rint((slopes.length + reach) / 2), slopes.length - 1);
        int lower = (int) Math.max(Math.rint((slopes.length - reach) / 2) - 1, 0);
        double p = p(Pairs.tendency(value), variance, spread);
        return new Trend(slope, slopes[lower], slopes[upper], p, intercept, intercept);
    }

    private Trend within(Series series, double first, double last) {
        double start = Math.clamp(from + slope * first, series.low(), series.high());
        double end = Math.clamp(to + slope * last, series.low(), series.high());
        return new Trend(slope, low, high, p, start, end);
    }

    private static double p(long tendency, double variance, TDistribution spread) {
        if (tendency == 0 || variance <= 0) return 1;
        double z = (Math.abs(tendency) - 1) / Math.sqrt(variance);
        return 2 * spread.cumulativeProbability(-z);
    }

    private static double[] means(double[] values, int width) {
        double[] means = new double[values.length / width];
        for (int i = 0; i < means.length; i++) {
            means[i] =
                    Arrays.stream(values, i * width, (i + 1) * width).average().orElse(0);
        }
        return means;
    }
}
