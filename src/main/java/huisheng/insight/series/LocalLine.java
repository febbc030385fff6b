package huisheng.insight.series;

/**
 * What the neighbours of a bucket lead one to expect of it: a straight line through them, the nearer the heavier, the
 * bucket itself left out. W. S. Cleveland, "Robust locally weighted regression and smoothing scatterplots", JASA 74
 * (1979), 829–836.
 */
final class LocalLine {
    static final int REACH = 14;

    /** Neighbours on a side, from which on both sides count. */
    private static final int MIN_SIDE = 3;

    private static final int MIN_NEIGHBOURS = 4;

    private final double[] value;
    private final double[] weight;
    private final int[] bucket;

    /** Expected value by the last fit, NaN where there are too few neighbours. */
    double expected;

    /** Its variance in units of the dispersion and the measure's variance. */
    double variance;

    /** Whether only one side was used: at an end, or next to a shift of level. */
    boolean oneSided;

    LocalLine(Adjusted series, double[] value) {
        this.value = value;
        this.weight = series.weight;
        this.bucket = series.bucket;
    }

    boolean fits() {
        return !Double.isNaN(expected);
    }

    /** From values in [from, until), both sides where both are there. */
    void fit(int i, int from, int until) {
        int left = Math.max(from, i - REACH);
        int right = Math.min(until, i + REACH + 1);
        oneSided = i - left < MIN_SIDE || right - i - 1 < MIN_SIDE;
        if (oneSided && i - left >= right - i - 1) right = i + 1;
        else if (oneSided) left = i;
        line(i, left, right);
    }

    /** From the values before, as if it were the last. */
    void fitPast(int i, int from) {
        oneSided = true;
        line(i, Math.max(from, i - REACH), i + 1);
    }

    private void line(int i, int left, int right) {
        double w = 0;
        double wx = 0;
        double wxx = 0;
        for (int j = left; j < right; j++) {
            double near = near(i, j);
            double x = bucket[j] - bucket[i];
            w += near;
            wx += near * x;
            wxx += near * x * x;
        }
        expected = Double.NaN;
        if (right - left - 1 < MIN_NEIGHBOURS || w == 0) return;
        double determinant = w * wxx - wx * wx;
        expected = 0;
        variance = 0;
        for (int j = left; j < right; j++) {
            double near = near(i, j);
            double influence = near * (wxx - wx * (bucket[j] - bucket[i])) / determinant;
            expected += influence * value[j];
            if (near > 0) variance += influence * influence / weight[j];
        }
    }

    /** Tricube weight times exposure, 0 for the bucket itself. */
    private double near(int i, int j) {
        if (i == j) return 0;
        double distance = Math.abs(j - i) / (REACH + 1.0);
        double cube = 1 - distance * distance * distance;
        return cube * cube * cube * weight[j];
    }
}
