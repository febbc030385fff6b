package huisheng.insight;

import huisheng.index.Interval;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Tally;
import huisheng.insight.series.Burst;
import huisheng.insight.series.BurstStart;
import huisheng.review.Dimension;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds when words began to be said more, by day; by week where there are too many days. Two passes for all words. */
public final class Beginnings {
    private static final int MAX_DAYS = 900;

    /**
     * @param start first day of it, 95 % sure from {@code earliest} to {@code latest}
     * @param goesOn it had not ended by the end of the period
     * @param p probability that chance alone shows such a stretch anywhere
     */
    public record Began(Instant start, Instant earliest, Instant latest, boolean goesOn, double p) {}

    private Beginnings() {}

    /** By word; those without a beginning that can be told are left out. */
    static Map<String, Began> of(
            ReviewSnapshot now, Selection window, Period baseline, Dimension dimension, List<String> words)
            throws IOException {
        if (words.isEmpty()) return Map.of();
        Selection both = window.during(
                union(baseline, java.util.Objects.requireNonNull(window.filter().period())));
        Period period = java.util.Objects.requireNonNull(both.filter().period());
        boolean days = Duration.between(period.from(), period.until()).toDays() <= MAX_DAYS;
        Interval interval = days ? Interval.DAY : Interval.WEEK;
        Tally all = now.tally(both, Tally.By.all().per(interval));
        long[] n = new long[all.starts().size()];
        for (Tally.Cell cell : all.cells()) n[cell.period()] += cell.n();
        Tally.By by = new Tally.By(List.of(new Tally.Axis(dimension, words)), interval, Tally.By.MAX_CELLS);
        Map<String, long[]> counts = new HashMap<>();
        for (Tally.Cell cell : now.tally(both, by).cells()) {
            counts.computeIfAbsent(cell.value(0), word -> new long[n.length])[cell.period()] += cell.n();
        }
        Map<String, Began> began = new HashMap<>();
        counts.forEach((word, k) -> {
            Burst burst = BurstStart.of(k, n);
            if (burst != null) began.put(word, began(burst, all.starts()));
        });
        return began;
    }

    private static Began began(Burst burst, List<Instant> starts) {
        return new Began(
                starts.get(burst.start()),
                starts.get(burst.earliest()),
                starts.get(burst.latest()),
                burst.end() == starts.size(),
                burst.p());
    }

    private static Period union(Period a, Period b) {
        return new Period(
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.until().isAfter(b.until()) ? a.until() : b.until());
    }
}
