package huisheng.insight.series;

import java.util.ArrayList;
import java.util.List;

/** One model on the latest part of a series. */
final class Trial {
    private static final int MAX_ORIGINS = 150;

    /** Times that parameters are fitted anew on the way. */
    private static final int FITS = 4;

    /** A forecast and what came, on the model's scale. */
    record Outcome(int ahead, double forecast, double actual) {}

    final Model model;
    final List<Outcome> outcomes = new ArrayList<>();
    int origins;
    private double absolute;

    private Trial(Model model) {
        this.model = model;
    }

    /** @param first origin; parameters are fitted to the buckets before it, and anew on the way */
    static Trial of(Model model, double[] values, double[] weights, int first, int horizon) {
        Trial trial = new Trial(model);
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) scaled[i] = model.scaled(values[i]);
        int rest = values.length - first;
        for (int fit = 0; fit < FITS; fit++) {
            trial.run(scaled, weights, first + fit * rest / FITS, first + (fit + 1) * rest / FITS, horizon, rest);
        }
        return trial;
    }

    /** Origins in [from, until), parameters fitted to what comes before. */
    private void run(double[] scaled, double[] weights, int from, int until, int horizon, int rest) {
        if (from == until) return;
        Forecaster forecaster = model.fitted(scaled, weights, from);
        for (int i = 0; i < from; i++) forecaster.observe(scaled[i], weights[i]);
        int stride = (rest + MAX_ORIGINS - 1) / MAX_ORIGINS;
        for (int origin = from; origin < until; origin++) {
            if ((origin - from) % stride == 0) ask(forecaster, scaled, weights, origin, horizon);
            forecaster.observe(scaled[origin], weights[origin]);
        }
    }

    private void ask(Forecaster forecaster, double[] scaled, double[] weights, int origin, int horizon) {
        origins++;
        int until = Math.min(scaled.length, origin + horizon);
        for (int i = origin; i < until; i++) {
            if (weights[i] == 0) continue;
            int ahead = i - origin + 1;
            double forecast = forecaster.ahead(ahead);
            outcomes.add(new Outcome(ahead, forecast, scaled[i]));
            absolute += Math.abs(model.original(scaled[i]) - model.original(forecast));
        }
    }

    double meanAbsoluteError() {
        return outcomes.isEmpty() ? 0 : absolute / outcomes.size();
    }
}
