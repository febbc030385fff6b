package huisheng.alert.watch;

import huisheng.alert.Candidate;
import huisheng.alert.Times;
import huisheng.alert.rule.Anomaly;
import huisheng.alert.rule.WatchMeasure;
import huisheng.index.Interval;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Wording;
import huisheng.insight.series.Anomalies;
import huisheng.insight.series.Estimate;
import huisheng.insight.series.Series;
import huisheng.review.Dimension;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest whole bucket against its season-aware band. */
record AnomalyWatch(Looking looking, Anomaly when) {
    private static final int[] HOURS = {24, 168};
    private static final int[] DAYS = {7};

    private static final class Buckets {
        private final long[] n;
        private final long[] negative;

        Buckets(int size) {
            this.n = new long[size];
            this.negative = new long[size];
        }
    }

    List<Candidate> look() throws IOException {
        Instant at = looking.at();
        // a bucket that ends at this very moment is whole
        List<Instant> touched = when.interval().starts(new Period(at.minus(when.history()), at.plusMillis(1)));
        if (touched.size() < Anomalies.NEEDED) return List.of();
        Instant from = touched.get(1);
        Instant until = touched.getLast();
        Period whole = new Period(from, until);
        List<Instant> starts = when.interval().starts(whole);
        Map<String, Buckets> series = count(whole, starts.size());
        List<Candidate> found = new ArrayList<>();
        for (Map.Entry<String, Buckets> entry : series.entrySet()) {
            Anomalies.Band band = band(entry.getValue(), series.size());
            if (band != null) found.add(candidate(entry.getKey(), band, new Period(starts.getLast(), until)));
        }
        return found;
    }

    private Map<String, Buckets> count(Period whole, int size) throws IOException {
        Map<String, Buckets> series = new HashMap<>();
        Tally.By by = new Tally.By(looking.axes(), when.interval(), Tally.By.MAX_CELLS);
        for (Tally.Cell cell : looking.now().tally(looking.all(whole), by).cells()) {
            if (!looking.counts(cell)) continue;
            Buckets buckets = series.computeIfAbsent(looking.value(cell), value -> new Buckets(size));
            boolean rate = when.measure() == WatchMeasure.NEGATIVE;
            buckets.n[cell.period()] += rate ? cell.stances().scored() : cell.n();
            buckets.negative[cell.period()] += cell.stances().negative();
        }
        return series;
    }

    /** Of the last bucket where it is too high; null where it is not. */
    private Anomalies.@Nullable Band band(Buckets buckets, int tests) {
        int last = buckets.n.length - 1;
        boolean rate = when.measure() == WatchMeasure.NEGATIVE;
        if ((rate ? buckets.negative[last] : buckets.n[last]) < when.minimum()) return null;
        int[] seasons = when.interval() == Interval.HOUR ? HOURS : DAYS;
        Series series = rate ? Series.shares(buckets.negative, buckets.n, seasons) : Series.counts(buckets.n, seasons);
        if (!(Anomalies.newest(series) instanceof Estimate.Known<Anomalies.Band> known)) return null;
        Anomalies.Band band = known.value();
        return band.value() > band.expected() && band.p() * tests <= when.p() ? band : null;
    }

    private Candidate candidate(String key, Anomalies.Band band, Period bucket) throws IOException {
        Selection selection = looking.of(key, bucket);
        boolean rate = when.measure() == WatchMeasure.NEGATIVE;
        Evidence evidence = rate
                ? Evidence.of(looking.now(), selection, Dimension.SENTIMENT, "negative")
                : Evidence.of(looking.now(), selection);
        Found found = new Found(looking, key)
                .figure("measure", when.measure())
                .figure("value", band.value())
                .figure("expected", band.expected())
                .figure("high", band.high())
                .figure("p", band.p());
        Period before = new Period(bucket.from().minus(when.history()), bucket.from());
        Wording cause = found.isKnown() || !rate ? null : new Causes(looking).of(when.measure(), selection, before);
        long n = looking.sizes(selection).getOrDefault(key, 0L);
        return found.candidate(bucket.from(), n, text(band, bucket), cause, evidence);
    }

    private Wording text(Anomalies.Band band, Period bucket) {
        Wording measure = when.measure().told();
        String day = Times.told(bucket.from());
        return new Wording(
                "%s 起一段的%s为 %s，应不高于 %s（预期 %s）。"
                        .formatted(day, measure.zh(), told(band.value()), told(band.high()), told(band.expected())),
                "From %s on %s was %s, expected at most %s (%s in the middle)."
                        .formatted(day, measure.en(), told(band.value()), told(band.high()), told(band.expected())));
    }

    private String told(double value) {
        return when.measure() == WatchMeasure.NEGATIVE
                ? String.format(Locale.ROOT, "%.1f%%", value * 100)
                : String.format(Locale.ROOT, "%.0f", value);
    }
}
