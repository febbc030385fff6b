package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert may have to wait before it is told, besides what it bears itself.
 *
 * @param mutedUntil where its group or its whole rule is muted; null where neither
 * @param toldToday how often alerts of the rule were told within the last 24 hours, the first time at {@code firstTold}
 */
public record Restraint(
        @Nullable Instant mutedUntil,
        long toldToday,
        @Nullable Instant firstTold) {
    /** With what was told since it was read. */
    public Restraint told(long more, Instant now) {
        if (more == 0) return this;
        return new Restraint(mutedUntil, toldToday + more, firstTold == null ? now : firstTold);
    }
}
