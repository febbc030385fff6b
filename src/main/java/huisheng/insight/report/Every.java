package huisheng.insight.report;

import huisheng.index.Interval;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often there is a report. */
public enum Every implements Labelled {
    WEEK("YYYY-'W'ww"),
    MONTH("yyyy-MM");

    private final DateTimeFormatter name;

    Every(String pattern) {
        // there weeks are those of ISO 8601
        this.name = DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    /** The last whole calendar week, from Monday on, or month that is over at {@code now}. */
    public Period last(Instant now) {
        ZonedDateTime today = now.atZone(Interval.ZONE).truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime end = this == WEEK
                ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : today.with(TemporalAdjusters.firstDayOfMonth());
        ZonedDateTime start = this == WEEK ? end.minusWeeks(1) : end.minusMonths(1);
        return new Period(start.toInstant(), end.toInstant());
    }

    /** {@code 2026-W48} or {@code 2026-11}. */
    public String name(Period period) {
        return name.format(period.from().atZone(Interval.ZONE));
    }
}
