package huisheng.insight.ask;

import huisheng.index.Interval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Points in time as callers write them, or leave them out. */
public final class Instants {
    private Instants() {}

    /** The full hour after a time: an end that is the same for all that ask within the hour. */
    public static Instant nextHour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    /**
     * @param text an ISO-8601 time with its zone, or a date, which is a day of {@link Interval#ZONE}
     * @param days added to a date: 0 for its start, 1 where a period ends with it
     * @throws DateTimeException where it is neither
     */
    public static Instant parse(String text, int days) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text)
                    .plusDays(days)
                    .atStartOfDay(Interval.ZONE)
                    .toInstant();
        }
        // a '+' that was not escaped in an address arrives as a blank
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }
}
