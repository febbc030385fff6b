package huisheng.insight.series;

import java.util.Arrays;

/**
 * Weights that make a mean of many values count more than one of few. The variance of a bucket's mean is
 * {@code τ² + σ²/n}: what moves whole buckets, and what is left of the spread of single values. Both come by the method
 * of moments from squared differences of like buckets, which no slow change of level disturbs.
 */
final class Precision {
    private Precision() {}

    /** Relative precision per bucket, mean 1 over those not missing; for other measures than means the weights as they are. */
    static double[] weights(Series series) {
        double[] n = new double[series.size()];
        Arrays.setAll(n, series::weight);
        if (series.measure() != Measure.MEAN) return n;
        double[] components = components(series, n, series.season(2));
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            if (n[i] > 0) n[i] = 1 / (components[0] + components[1] / n[i]);
            sum += n[i];
        }
        double mean = sum / Math.max(1, series.known());
        for (int i = 0; i < n.length; i++) n[i] /= mean;
        return n;
    }

    /** τ² and σ²; (1, 0) where nothing varies. */
    private static double[] components(Series series, double[] n, int lag) {
        double[] x = new double[n.length];
        double[] d = new double[n.length];
        int pairs = 0;
        for (int i = lag; i < n.length; i++) {
            if (n[i] == 0 || n[i - lag] == 0) continue;
            double step = series.value(i) - series.value(i - lag);
            x[pairs] = 1 / n[i] + 1 / n[i - lag];
            d[pairs++] = step * step;
        }
        double meanX = Robust.mean(x, pairs);
        double meanD = Robust.clippedMean(d, pairs);
        if (meanD == 0) return new double[] {1, 0};
        double cap = 9 * meanD;
        double xx = 0;
        double xd = 0;
        for (int i = 0; i < pairs; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xd += (x[i] - meanX) * (Math.min(d[i], cap) - meanD);
        }
        // σ² cannot explain more than all there is
        double within = xx == 0 ? 0 : Math.clamp(xd / xx, 0, meanD / meanX);
        double between = Math.max(0.01 * meanD, meanD - within * meanX) / 2;
        return new double[] {between, within};
    }
}
