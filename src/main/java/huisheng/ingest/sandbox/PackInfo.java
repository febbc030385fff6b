package huisheng.ingest.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pack, or one version of it.
 *
 * @param version 0 for the file
 * @param hash SHA-256 of the text
 * @param inUse whether reviews are read by it, itself or through a pack that extends it
 * @param restores the version whose text a rollback brought back
 * @param by who applied it; null, like {@code at}, for the file
 */
public record PackInfo(
        String pack,
        int version,
        String hash,
        boolean inUse,
        @Nullable Integer restores,
        @Nullable String by,
        @Nullable Instant at) {}
