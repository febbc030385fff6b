package huisheng.insight.series;

import java.util.List;

/**
 * What comes next, by the member of the exponential smoothing family that fared best on the latest part of the series; of
 * two that fared nearly alike, the simpler.
 *
 * @param season in buckets, 1 where the method has none
 * @param logarithmic whether it worked on {@code ln(1 + value)}
 * @param buckets it was fitted to, the latest
 */
public record Forecast(
        Method method, int season, boolean logarithmic, Backtest backtest, List<Point> points, int buckets) {
    /** Greatest horizon. */
    public static final int MAX_HORIZON = 400;

    private static final int MIN_BUCKETS = 10;
    private static final int MAX_BUCKETS = 1_000;

    public Forecast {
        points = List.copyOf(points);
    }

    /**
     * @param ahead buckets after the last one, from 1 on
     * @param value expected
     * @param low and {@code high}: 95 % prediction interval
     */
    public record Point(int ahead, double value, double low, double high) {}

    /** Buckets that a forecast takes: two of the shortest season and the horizon, at least ten. */
    public static int needed(Series series, int horizon) {
        int[] seasons = series.seasons();
        int season = seasons.length == 0 ? 1 : seasons[0];
        return Math.max(MIN_BUCKETS, 2 * season + horizon);
    }

    /**
     * @param horizon buckets to tell, 1 to {@link #MAX_HORIZON}
     */
    public static Estimate<Forecast> of(Series series, int horizon) {
        if (horizon < 1 || horizon > MAX_HORIZON) throw new IllegalArgumentException("horizon " + horizon);
        int needed = needed(series, horizon);
        if (series.known() < needed) return new Estimate.TooShort<>(series.known(), needed);
        return new Estimate.Known<>(new Forecasting(series.tail(Math.max(needed, MAX_BUCKETS)), horizon).forecast());
    }
}
