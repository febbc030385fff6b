package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an alert.
 *
 * @param what raised, told, told-to-nobody, escalated, escalated-to-nobody, acknowledged, closed, muted, unmuted
 * @param by name of the person or key; null for the service itself
 */
public record AlertLog(
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String comment) {
    /** How the day's tellings are counted. */
    public static final String TOLD = "told";

    /** What no target took. */
    public static final String TO_NOBODY = "-to-nobody";

    public static AlertLog of(Instant at, String what) {
        return new AlertLog(at, what, null, null);
    }
}
