package huisheng.insight.series;

import java.util.Arrays;

/** What all pairs of values say: M. G. Kendall, "Rank correlation methods" (4th ed. 1975). */
final class Pairs {
    private Pairs() {}

    /** In order of pairs; to be sorted. */
    static double[] slopes(double[] at, double[] value) {
        int n = value.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int size = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) slopes[size++] = (value[j] - value[i]) / (at[j] - at[i]);
        }
        return slopes;
    }

    /** Mann–Kendall's S: pairs that go up less pairs that go down. */
    static long tendency(double[] value) {
        long s = 0;
        for (int i = 0; i < value.length; i++) {
            for (int j = i + 1; j < value.length; j++) s += (long) Math.signum(value[j] - value[i]);
        }
        return s;
    }

    /** Variance of S under independence, ties taken off. */
    static double varianceOfTendency(double[] value) {
        double variance = ties(value.length);
        double[] sorted = value.clone();
        Arrays.sort(sorted);
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i < sorted.length && sorted[i] == sorted[from]) continue;
            variance -= ties(i - from);
            from = i;
        }
        return variance / 18;
    }

    private static double ties(double size) {
        return size * (size - 1) * (2 * size + 5);
    }
}
