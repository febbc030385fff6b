package huisheng.insight.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method of forecasting with its season, on the values themselves or on {@code ln(1 + value)}.
 *
 * @param season in buckets, 1 where the method has none
 */
record Model(Method method, int season, boolean logarithmic) {
    /** Seasons at the start that the first level, trend and effects are taken from. */
    private static final int SEASONS = 3;

    private static final int MIN_START = 10;

    /** Damping below it is no trend, above it no damping: Hyndman and Athanasopoulos 2021, section 8.2. */
    private static final double MIN_PHI = 0.8;

    private static final double MAX_PHI = 0.98;

    /** The simplest first; logarithms only where there are enough of the counts to mean by them. */
    static List<Model> candidates(boolean logarithms, int[] seasons) {
        List<Model> models = new ArrayList<>();
        boolean[] scales = logarithms ? new boolean[] {false, true} : new boolean[] {false};
        models.add(new Model(Method.SIMPLE, 1, false));
        for (int m : seasons) models.add(new Model(Method.SEASONAL_NAIVE, m, false));
        for (boolean scale : scales) models.add(new Model(Method.DAMPED_TREND, 1, scale));
        for (int m : seasons) for (boolean scale : scales) models.add(new Model(Method.SEASONAL, m, scale));
        for (int m : seasons)
            for (boolean scale : scales) models.add(new Model(Method.SEASONAL_DAMPED_TREND, m, scale));
        return models;
    }

    double scaled(double value) {
        return logarithmic ? Math.log1p(value) : value;
    }

    double original(double scaled) {
        return logarithmic ? Math.expm1(scaled) : scaled;
    }

    /** Fitted to the first {@code until} buckets, at the start of them. */
    Forecaster fitted(double[] values, double[] weights, int until) {
        double[] y = Arrays.copyOf(values, until);
        double[] w = Arrays.copyOf(weights, until);
        if (method == Method.SEASONAL_NAIVE) return new SeasonalNaive(season, y, w);
        Start start = Start.of(y, w, season, Math.max(SEASONS * season, MIN_START));
        double[] free = NelderMead.minimum(at -> squares(smoothing(at, start), y, w), guess());
        return smoothing(free, start);
    }

    private static double squares(Smoothing smoothing, double[] y, double[] w) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double error = smoothing.step(y[i], w[i]);
            sum += w[i] * error * error;
        }
        return sum;
    }

    private double[] guess() {
        return switch (method) {
            case DAMPED_TREND -> new double[] {0.2, 0.1, 0.8};
            case SEASONAL -> new double[] {0.2, 0.1};
            case SEASONAL_DAMPED_TREND -> new double[] {0.2, 0.1, 0.1, 0.8};
            default -> new double[] {0.2};
        };
    }

    /** All parameters from 0 to 1; trend and season as shares of what the level leaves (Hyndman et al. 2008, section 2.2). */
    private Smoothing smoothing(double[] free, Start start) {
        double alpha = free[0];
        boolean seasonal = season > 1;
        boolean trended = method == Method.DAMPED_TREND || method == Method.SEASONAL_DAMPED_TREND;
        double gamma = seasonal ? free[1] * (1 - alpha) : 0;
        double beta = trended ? alpha * free[seasonal ? 2 : 1] : 0;
        double phi = trended ? MIN_PHI + (MAX_PHI - MIN_PHI) * free[seasonal ? 3 : 2] : 0;
        Smoothing.Parameters parameters = new Smoothing.Parameters(alpha, beta, gamma, phi);
        return new Smoothing(parameters, start.level, trended ? start.trend : 0, start.season);
    }
}
