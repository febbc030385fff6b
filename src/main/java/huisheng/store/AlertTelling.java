package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far people were told of an alert.
 *
 * @param times how often someone outside was told, the last time {@code at}
 * @param count how often the rule had found it by then: what came after is news
 * @param tried when it was last told, be it to nobody because no target wanted to know
 * @param next when it is told, having been held back; null where nothing waits
 * @param escalation when others are told, unless it is acknowledged before; null where nobody is
 */
public record AlertTelling(
        int times,
        long count,
        @Nullable Instant at,
        @Nullable Instant tried,
        @Nullable Instant next,
        @Nullable Instant escalation) {
    /** Nobody was told yet. */
    public static AlertTelling none(@Nullable Instant escalation) {
        return new AlertTelling(0, 0, null, null, null, escalation);
    }

    public AlertTelling told(long found, Instant now) {
        return new AlertTelling(times + 1, found, now, now, null, escalation);
    }

    public AlertTelling toldToNobody(Instant now) {
        return new AlertTelling(times, count, at, now, null, escalation);
    }

    public AlertTelling next(@Nullable Instant when) {
        return new AlertTelling(times, count, at, tried, when, escalation);
    }

    public AlertTelling escalation(@Nullable Instant when) {
        return new AlertTelling(times, count, at, tried, next, when);
    }

    /** Nothing waits any more. */
    public AlertTelling silent() {
        return new AlertTelling(times, count, at, tried, null, null);
    }

    AlertTelling notAfter(Instant now) {
        return new AlertTelling(times, count, earlier(now, at), earlier(now, tried), next, escalation);
    }

    static @Nullable Instant earlier(Instant now, @Nullable Instant time) {
        return time != null && time.isAfter(now) ? now : time;
    }
}
