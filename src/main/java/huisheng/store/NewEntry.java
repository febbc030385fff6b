package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the history is told of one change.
 *
 * @param kind what was done, for example {@code planned}
 * @param changes JSON object: by field, what it was and what it became
 * @param note in the words of who did it
 */
public record NewEntry(
        String kind,
        String by,
        Instant at,
        String changes,
        @Nullable String note) {}
