package huisheng.insight.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tries the candidates on one series, chooses, and forecasts. */
final class Forecasting {
    /** A more complex method must be better by this factor. */
    private static final double CLEARLY = 0.98;

    /** Mean of counts, below which the mean of their logarithms is far from that of the counts. */
    private static final double MIN_LOGARITHMIC = 10;

    /** Part of the series that parameters are fitted to in the trial. */
    private static final double BEFORE = 0.6;

    private final Series series;
    private final int horizon;
    private final int[] seasons;
    private final double[] values;
    private final double[] weights;

    Forecasting(Series series, int horizon) {
        this.series = series;
        this.horizon = horizon;
        int[] held = Arrays.stream(series.seasons())
                .filter(m -> 2 * m + horizon <= series.size())
                .toArray();
        this.seasons = held.length == 0 ? new int[] {1} : held;
        this.values = new double[series.size()];
        this.weights = new double[series.size()];
        Arrays.setAll(values, series::value);
        Arrays.setAll(weights, series::weight);
        double typical = Robust.median(Arrays.stream(weights).filter(n -> n > 0).toArray());
        // a bucket of few says less, one of many no more than it says itself
        for (int i = 0; i < weights.length; i++) weights[i] = Math.min(1, weights[i] / typical);
    }

    Forecast forecast() {
        int first = first();
        List<Trial> trials = new ArrayList<>();
        boolean logarithms = series.measure() == Measure.COUNT && mean() >= MIN_LOGARITHMIC;
        for (Model model : Model.candidates(logarithms, seasons)) {
            trials.add(Trial.of(model, values, weights, first, horizon));
        }
        Trial chosen = choose(trials);
        Trial naive = trials.stream()
                .filter(t -> t.model.equals(new Model(Method.SEASONAL_NAIVE, longest(), false)))
                .findFirst()
                .orElseThrow();
        double scale = scale(first);
        Backtest backtest = new Backtest(
                chosen.origins, horizon, chosen.meanAbsoluteError() / scale, naive.meanAbsoluteError() / scale);
        Model model = chosen.model;
        return new Forecast(
                model.method(), model.season(), model.logarithmic(), backtest, points(chosen), values.length);
    }

    private int longest() {
        return seasons[seasons.length - 1];
    }

    /** The first origin: two seasons before it, and at least one whole horizon after it. */
    private int first() {
        int least = Math.max(2 * longest(), Math.min(6, values.length - horizon));
        return Math.min(Math.max(least, (int) (BEFORE * values.length)), values.length - horizon);
    }

    private static Trial choose(List<Trial> simplestFirst) {
        Trial chosen = simplestFirst.getFirst();
        for (Trial trial : simplestFirst) {
            if (trial.meanAbsoluteError() < CLEARLY * chosen.meanAbsoluteError()) chosen = trial;
        }
        return chosen;
    }

    /** Mean absolute error of seasonal naive one season ahead before the first origin; 1 where it makes none. */
    private double scale(int first) {
        double sum = 0;
        int pairs = 0;
        for (int i = longest(); i < first; i++) {
            if (weights[i] == 0 || weights[i - longest()] == 0) continue;
            sum += Math.abs(values[i] - values[i - longest()]);
            pairs++;
        }
        return sum == 0 ? 1 : sum / pairs;
    }

    private List<Forecast.Point> points(Trial chosen) {
        Model model = chosen.model;
        double[] scaled = Arrays.stream(values).map(model::scaled).toArray();
        Forecaster forecaster = model.fitted(scaled, weights, scaled.length);
        for (int i = 0; i < scaled.length; i++) forecaster.observe(scaled[i], weights[i]);
        Intervals intervals = new Intervals(series.measure(), chosen, mean());
        List<Forecast.Point> points = new ArrayList<>();
        for (int ahead = 1; ahead <= horizon; ahead++) {
            double forecast = forecaster.ahead(ahead);
            points.add(new Forecast.Point(
                    ahead,
                    bounded(model.original(forecast)),
                    bounded(floor(model.original(intervals.low(ahead, forecast)))),
                    bounded(ceiling(model.original(intervals.high(ahead, forecast))))));
        }
        return points;
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) sum += weights[i] > 0 ? values[i] : 0;
        return sum / Math.max(1, series.known());
    }

    /** Counts are whole. */
    private double floor(double value) {
        return series.measure() == Measure.COUNT ? Math.floor(value) : value;
    }

    private double ceiling(double value) {
        return series.measure() == Measure.COUNT ? Math.ceil(value - 1e-9) : value;
    }

    private double bounded(double value) {
        return Math.clamp(value, series.low(), series.high());
    }
}
