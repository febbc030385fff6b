package huisheng.insight.series;

import java.util.List;

/**
 * How far off forecasts are, from the errors of a trial: their variance grows in a straight line with the horizon, and for
 * counts with the forecast; the quantiles of the errors so scaled, all horizons together, are those of conformal
 * prediction (J. Lei et al., "Distribution-free predictive inference for regression", JASA 113 (2018), 1094–1111), with as
 * many independent errors as there are origins.
 */
final class Intervals {
    private static final double TAIL = 0.025;

    /** What few origins, and choosing the best method by them, make too narrow; found by simulation. */
    private static final double WIDENING = 6;

    private final Measure measure;
    private final boolean logarithmic;
    private final double floor;
    private final double base;
    private final double growth;
    private final double low;
    private final double high;

    Intervals(Measure measure, Trial trial, double mean) {
        this.measure = measure;
        this.logarithmic = trial.model.logarithmic();
        this.floor = mean;
        double[] line = line(trial.outcomes);
        this.base = line[0];
        this.growth = line[1];
        double[] errors = trial.outcomes.stream()
                .mapToDouble(o -> (o.actual() - o.forecast()) / deviation(o.ahead(), o.forecast()))
                .sorted()
                .toArray();
        double widening = 1 + WIDENING / Math.max(1, trial.origins);
        this.low = quantile(errors, TAIL) * widening;
        this.high = quantile(errors, 1 - TAIL) * widening;
    }

    double low(int ahead, double forecast) {
        return forecast + low * deviation(ahead, forecast);
    }

    double high(int ahead, double forecast) {
        return forecast + high * deviation(ahead, forecast);
    }

    private double deviation(int ahead, double forecast) {
        return Math.sqrt((base + growth * ahead) * variance(forecast));
    }

    /** Of the forecast relative to others; half of it stays where the forecast is near a bound. */
    private double variance(double forecast) {
        if (measure != Measure.COUNT || logarithmic || floor <= 0) return 1;
        return (Math.max(forecast, 0) + floor) / (2 * floor);
    }

    /** Least squares through mean squared errors by horizon, neither part below 0. */
    private double[] line(List<Trial.Outcome> outcomes) {
        double w = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (Trial.Outcome o : outcomes) {
            double error = o.actual() - o.forecast();
            double square = error * error / variance(o.forecast());
            w++;
            x += o.ahead();
            y += square;
            xx += (double) o.ahead() * o.ahead();
            xy += o.ahead() * square;
        }
        double spread = xx - x * x / w;
        double slope = spread <= 0 ? 0 : Math.max(0, (xy - x * y / w) / spread);
        double intercept = (y - slope * x) / w;
        if (intercept < 0.1 * y / w) {
            intercept = 0.1 * y / w;
            slope = (y - intercept * w) / x;
        }
        return new double[] {Math.max(intercept, 1e-18), slope};
    }

    private static double quantile(double[] sorted, double of) {
        double position = Math.clamp(of * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int below = (int) position;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (position - below) * (above - sorted[below]);
    }
}
