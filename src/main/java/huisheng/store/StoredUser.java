package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who may log in, as stored; the password's hash stays apart.
 *
 * @param role its label
 */
public record StoredUser(
        long id,
        String login,
        String name,
        String role,
        Scope scope,
        @Nullable String team,
        Instant createdAt,
        @Nullable Instant disabledAt) {}
