package huisheng.insight.series;

/**
 * How much more than its measure's sampling noise a series varies around a level that may shift, from squared differences
 * of values a few apart: a shift spoils few of them, and they are clipped. I. Tecuapetla-Gómez and A. Munk, "Autocovariance
 * estimation in regression with a discontinuous signal and m-dependent errors: a difference-based approach", Scandinavian
 * J. Statistics 44 (2017), 346–368.
 */
final class Dispersion {
    /** From here on values count as independent. */
    private static final int FAR = 6;

    private static final double MAX_CORRELATION = 0.8;

    private Dispersion() {}

    /**
     * Of sums of neighbours: variance times {@code (1+ρ)/(1-ρ)}, the long-run variance of a first-order autoregression.
     * Never below 1 for what is counted. 0 where nothing varies.
     */
    static double longRun(Adjusted series) {
        double far = differences(series, Math.min(FAR, Math.max(1, series.size() / 4)));
        double near = differences(series, 1);
        double base = Math.max(far, near);
        if (base == 0) return series.measure == Measure.MEAN ? 0 : 1;
        // one standard error off, lest noise alone makes the test blunt
        double rho = Math.clamp(1 - near / base - 1 / Math.sqrt(series.size()), 0, MAX_CORRELATION);
        double dispersion = (series.measure == Measure.MEAN ? base : Math.max(1, base));
        return dispersion * (1 + rho) / (1 - rho);
    }

    /** Half the mean squared difference at a lag, in units of the measure's variance. */
    private static double differences(Adjusted series, int lag) {
        int n = series.size();
        if (n <= lag) return 0;
        double[] squares = new double[n - lag];
        double[] local = local(series);
        for (int i = lag; i < n; i++) {
            double mean = (local[i] + local[i - lag]) / 2;
            double variance = series.measure.variance(mean) * (1 / series.weight[i] + 1 / series.weight[i - lag]);
            double step = series.value[i] - series.value[i - lag];
            squares[i - lag] = variance == 0 ? 0 : step * step / variance;
        }
        return Robust.clippedMean(squares, squares.length);
    }

    /** Weighted mean of the values around each. */
    static double[] local(Adjusted series) {
        int n = series.size();
        int reach = 7;
        double[] local = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            double weight = 0;
            for (int j = Math.max(0, i - reach); j < Math.min(n, i + reach + 1); j++) {
                sum += series.weight[j] * series.value[j];
                weight += series.weight[j];
            }
            local[i] = sum / weight;
        }
        return local;
    }
}
