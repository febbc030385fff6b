package huisheng.insight.series;

/**
 * Additive exponential smoothing in error-correction form: level, damped trend and season, each where the model has it. R. J.
 * Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, "Forecasting with exponential smoothing" (2008), chapter 2: with
 * {@code e = y - (l + φb + s)}, level {@code l + φb + αe}, trend {@code φb + βe}, season {@code s + γe}.
 */
final class Smoothing implements Forecaster {
    private final Parameters parameters;
    private final double[] season;
    private double level;
    private double trend;
    private int observed;

    /** @param phi 0 where there is no trend, 1 where it is not damped */
    record Parameters(double alpha, double beta, double gamma, double phi) {}

    /** @param season effects of the next buckets in turn, one 0 where there is none */
    Smoothing(Parameters parameters, double level, double trend, double[] season) {
        this.parameters = parameters;
        this.level = level;
        this.trend = trend;
        this.season = season.clone();
    }

    @Override
    public void observe(double value, double weight) {
        var unused = step(value, weight);
    }

    /** The error of the forecast one bucket ahead, 0 where the value is missing. */
    double step(double value, double weight) {
        int phase = observed++ % season.length;
        double expected = level + parameters.phi * trend + season[phase];
        double error = weight == 0 ? 0 : value - expected;
        double counts = error * weight;
        level += parameters.phi * trend + parameters.alpha * counts;
        trend = parameters.phi * trend + parameters.beta * counts;
        season[phase] += parameters.gamma * counts;
        return error;
    }

    @Override
    public double ahead(int buckets) {
        double damped = 0;
        double power = 1;
        for (int i = 0; i < buckets; i++) {
            power *= parameters.phi;
            damped += power;
        }
        return level + damped * trend + season[(observed + buckets - 1) % season.length];
    }
}
