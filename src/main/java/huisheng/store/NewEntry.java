package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the history is told of one change.
 *
 * @param kind what was done, for example {@code planned}
 * @param changes JSON object: by field, what it was and what it became
 * @param note in the words of who did it
 * @param once under what it was asked for; null where that may be done again
 */
public record NewEntry(
        String kind,
        String by,
        Instant at,
        String changes,
        @Nullable String note,
        @Nullable RequestKey once) {
    public NewEntry(String kind, String by, Instant at, String changes, @Nullable String note) {
        this(kind, by, at, changes, note, null);
    }

    /** The same, to be written once. */
    public NewEntry once(@Nullable RequestKey key) {
        return new NewEntry(kind, by, at, changes, note, key);
    }
}
