package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.series.Series;
import huisheng.insight.statistics.Net;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A measure by period. */
final class TrendSeries {
    private final TrendMeasure measure;
    private final Interval interval;
    private final List<Instant> starts;
    private final long[] n;
    /** Of the n: those that show the measure; for net sentiment the positive ones, for ratings the sum of stars. */
    private final long[] hits;
    /** For net sentiment the negative ones, for ratings the sum of their squares. */
    private final long[] misses;
    /** False for a period of which the selection holds a part only. */
    private final boolean[] whole;

    private TrendSeries(
            TrendMeasure measure,
            Interval interval,
            List<Instant> starts,
            long[] n,
            long[] hits,
            long[] misses,
            boolean[] whole) {
        this.measure = measure;
        this.interval = interval;
        this.starts = starts;
        this.n = n;
        this.hits = hits;
        this.misses = misses;
        this.whole = whole;
    }

    TrendMeasure measure() {
        return measure;
    }

    Interval interval() {
        return interval;
    }

    List<Instant> starts() {
        return starts;
    }

    static TrendSeries of(
            ReviewSnapshot now, Selection selection, TrendMeasure measure, Interval interval, String value)
            throws IOException {
        Tally.By by = Tally.By.all().per(interval);
        Tally all = now.tally(selection, by);
        int size = all.starts().size();
        long[] n = new long[size];
        long[] hits = new long[size];
        long[] misses = new long[size];
        for (Tally.Cell cell : all.cells()) {
            var stances = cell.stances();
            int at = cell.period();
            switch (measure) {
                case NEGATIVE, NET -> n[at] = stances.scored();
                case RATING -> n[at] = cell.rated();
                default -> n[at] = cell.n();
            }
            hits[at] = switch (measure) {
                case NET -> stances.positive();
                case RATING -> cell.ratingSum();
                default -> stances.negative();
            };
            misses[at] = measure == TrendMeasure.RATING ? cell.ratingSquares() : stances.negative();
        }
        Selection shown = measure.shown(selection, value);
        if (measure.countsShown()) {
            hits = new long[size];
            for (Tally.Cell cell : now.tally(shown, by).cells()) hits[cell.period()] = cell.n();
        }
        return new TrendSeries(
                measure, interval, all.starts(), n, hits, misses, whole(selection, interval, all.starts()));
    }

    /** The first and the last bucket may be cut by the period. */
    private static boolean[] whole(Selection selection, Interval interval, List<Instant> starts) {
        boolean[] whole = new boolean[starts.size()];
        java.util.Arrays.fill(whole, true);
        Period period = selection.filter().period();
        if (period == null || starts.isEmpty()) return whole;
        if (starts.getFirst().isBefore(period.from())) whole[0] = false;
        Instant end = interval.after(starts.getLast(), 1).getFirst();
        if (end.isAfter(period.until())) whole[starts.size() - 1] = false;
        return whole;
    }

    /** What methods of time series work on, or nothing where there is no bucket. */
    @Nullable
    Series series() {
        if (n.length == 0) return null;
        int[] seasons = switch (interval) {
            case HOUR -> new int[] {24, 168};
            case DAY -> new int[] {7};
            case WEEK -> new int[] {52};
            case MONTH -> new int[] {12};
        };
        Series series = switch (measure) {
            case VOLUME -> Series.counts(n, seasons);
            case NET -> Series.means(means(), n, -1, 1, seasons);
            case RATING -> Series.means(means(), n, 1, 5, seasons);
            default -> Series.shares(hits, n, seasons);
        };
        boolean[] missing = new boolean[n.length];
        for (int i = 0; i < missing.length; i++) missing[i] = !whole[i];
        return series.without(missing);
    }

    private double[] means() {
        double[] means = new double[n.length];
        for (int i = 0; i < means.length; i++) {
            long sum = measure == TrendMeasure.RATING ? hits[i] : hits[i] - misses[i];
            means[i] = n[i] == 0 ? 0 : (double) sum / n[i];
        }
        return means;
    }

    List<MeasureTrend.Point> points() {
        List<MeasureTrend.Point> points = new ArrayList<>();
        for (int i = 0; i < n.length; i++) points.add(point(i));
        return points;
    }

    private MeasureTrend.Point point(int i) {
        Instant start = starts.get(i);
        if (measure == TrendMeasure.VOLUME) {
            return new MeasureTrend.Point(start, n[i], (double) n[i], null, null, whole[i], null);
        }
        Insufficient insufficient = Insufficient.below(n[i]);
        if (insufficient != null) return new MeasureTrend.Point(start, n[i], null, null, null, whole[i], insufficient);
        if (measure == TrendMeasure.NET) {
            Net net = Net.of(hits[i], misses[i], n[i]);
            return new MeasureTrend.Point(start, n[i], net.value(), net.low(), net.high(), whole[i], null);
        }
        if (measure == TrendMeasure.RATING) {
            Figure mean = new Measured.Stars(n[i], hits[i], misses[i]).estimate();
            return new MeasureTrend.Point(start, n[i], mean.value(), mean.low(), mean.high(), whole[i], null);
        }
        Share share = Share.of(hits[i], n[i]);
        return new MeasureTrend.Point(start, n[i], share.value(), share.low(), share.high(), whole[i], null);
    }
}
