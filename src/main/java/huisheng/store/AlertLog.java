package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alert.
 *
 * @param what raised, told, escalated, acknowledged, closed, muted
 * @param by name of the person or key; null for the service itself
 */
public record AlertLog(
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String comment) {
    /** How the day's tellings are counted. */
    public static final String TOLD = "told";

    public static AlertLog of(Instant at, String what) {
        return new AlertLog(at, what, null, null);
    }
}
