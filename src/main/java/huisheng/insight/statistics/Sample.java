package huisheng.insight.statistics;

import java.util.Arrays;

/**
 * What is known of a sample of a measure.
 *
 * @param n at least 2
 * @param variance with divisor n − 1, 0 or more
 */
public record Sample(long n, double mean, double variance) {
    /** @throws IllegalArgumentException where n is below 2, a figure isn't finite, or the variance is negative */
    public Sample {
        if (n < 2) throw new IllegalArgumentException(n + " values have no variance");
        Counts.checkFinite("mean", mean);
        Counts.checkSize("variance", variance);
    }

    public static Sample of(double... values) {
        long[] once = new long[values.length];
        Arrays.fill(once, 1);
        return ofCounts(values, once);
    }

    /**
     * @param values say, the ratings 1 to 5
     * @param counts how often each occurs
     * @throws IllegalArgumentException where both differ in length, a count is negative, or there are fewer than 2
     */
    public static Sample ofCounts(double[] values, long[] counts) {
        if (values.length != counts.length) {
            throw new IllegalArgumentException(values.length + " values, " + counts.length + " counts");
        }
        long n = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] < 0) throw new IllegalArgumentException("count is " + counts[i]);
            n = Math.addExact(n, counts[i]);
            sum += counts[i] * values[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < values.length; i++) squares += counts[i] * (values[i] - mean) * (values[i] - mean);
        return new Sample(n, n < 2 ? 0 : mean, n < 2 ? 0 : squares / (n - 1));
    }

    /** Square of the standard error of the mean. */
    double squaredError() {
        return variance / n;
    }
}
