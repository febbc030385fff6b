package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key as it is stored: its hash stays in the table. */
public record StoredKey(
        long id,
        String name,
        Scope scope,
        Set<String> rights,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    public StoredKey {
        rights = Set.copyOf(rights);
    }
}
