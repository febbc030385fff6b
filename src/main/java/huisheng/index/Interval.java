package huisheng.index;

import huisheng.review.Fault;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Width of a bucket, in calendar units of Asia/Shanghai; weeks start on Monday. */
public enum Interval implements Labelled {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final int MAX_BUCKETS = 1000;

    /**
     * Starts of the buckets that a period touches, in order; the first may lie before the period.
     *
     * @throws Fault where there are more than {@link #MAX_BUCKETS}
     */
    public List<Instant> starts(Period period) {
        // the shortest possible bucket bounds the loop below before it begins, and keeps far dates out of the calendar
        long least = ChronoUnit.HOURS.between(period.from(), period.until()) / longestHours();
        if (least > MAX_BUCKETS) throw tooMany(period);
        List<Instant> starts = new ArrayList<>();
        ZonedDateTime start = floor(period.from().atZone(ZONE));
        while (start.toInstant().isBefore(period.until())) {
            if (starts.size() == MAX_BUCKETS) throw tooMany(period);
            starts.add(start.toInstant());
            start = next(start);
        }
        return starts;
    }

    /** Starts of the next {@code buckets} buckets after the one that {@code start} begins. */
    public List<Instant> after(Instant start, int buckets) {
        List<Instant> starts = new ArrayList<>(buckets);
        ZonedDateTime next = start.atZone(ZONE);
        for (int i = 0; i < buckets; i++) {
            next = next(next);
            starts.add(next.toInstant());
        }
        return starts;
    }

    /** Whether {@link #starts} has an answer. */
    boolean fits(Period period) {
        if (ChronoUnit.HOURS.between(period.from(), period.until()) / longestHours() > MAX_BUCKETS) return false;
        ZonedDateTime last = floor(period.from().atZone(ZONE));
        for (int i = 0; i < MAX_BUCKETS && last.toInstant().isBefore(period.until()); i++) last = next(last);
        return !last.toInstant().isBefore(period.until());
    }

    private Fault tooMany(Period period) {
        String stretch = period.from() + " – " + period.until();
        return new Fault(
                stretch + " 按 " + label() + " 分超过了 " + MAX_BUCKETS + " 段，请加大粒度或缩短时段",
                "more than " + MAX_BUCKETS + " buckets of one " + label() + " in " + stretch
                        + ": choose a longer interval or a shorter period");
    }

    private long longestHours() {
        return switch (this) {
            case HOUR -> 1;
            case DAY -> 25;
            case WEEK -> 7 * 24 + 1;
            case MONTH -> 31 * 24 + 1;
        };
    }

    private ZonedDateTime floor(ZonedDateTime time) {
        if (this == HOUR) return time.truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            default -> day;
        };
    }

    private ZonedDateTime next(ZonedDateTime start) {
        return switch (this) {
            case HOUR -> start.plusHours(1);
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }
}
