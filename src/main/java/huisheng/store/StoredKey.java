package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is stored: its hash stays in the table.
 *
 * @param usedAt within an hour; null for never
 */
public record StoredKey(
        long id,
        String name,
        Scope scope,
        Set<String> rights,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt) {
    public StoredKey {
        rights = Set.copyOf(rights);
    }
}
