package huisheng.alert.rule;

import huisheng.index.Interval;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the day in China in which nobody is told; over midnight where they end before they begin. They never hold back
 * the first level.
 */
public record QuietHours(LocalTime from, LocalTime until) {
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public QuietHours {
        Check.given("quietHours.from", from);
        Check.given("quietHours.until", until);
        Check.that(!from.equals(until), "quietHours 的起止不能相同", "quietHours must not start when they end");
    }

    /** When they end; null where it is not quiet then. */
    public @Nullable Instant end(Instant now) {
        ZonedDateTime local = now.atZone(Interval.ZONE);
        LocalTime time = local.toLocalTime();
        boolean overnight = until.isBefore(from);
        boolean quiet =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) return null;
        boolean tomorrow = overnight && !time.isBefore(from);
        return local.with(until).plusDays(tomorrow ? 1 : 0).toInstant();
    }
}
