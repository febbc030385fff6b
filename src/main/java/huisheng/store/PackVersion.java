package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a pack that was applied.
 *
 * @param version 1 for the first; the file counts as 0
 * @param hash SHA-256 of its text, in hexadecimal
 * @param body the YAML; null for the text of the file
 * @param restores the version whose text a rollback brought back; null for a change
 * @param by name of the key that applied it
 */
public record PackVersion(
        String pack,
        int version,
        String hash,
        @Nullable String body,
        @Nullable Integer restores,
        String by,
        Instant at) {
    /** The version that this one's text was written as. */
    public int origin() {
        return restores == null ? version : restores;
    }
}
