package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that an administrator asks for.
 *
 * @param scope what its reads may see, by dimension; null and {} for everything
 * @param expiresAt from then on it opens nothing; null for never
 */
record KeyRequest(
        String name,
        Set<Right> rights,
        @Nullable Map<Dimension, Set<String>> scope,
        @Nullable Instant expiresAt) {
    private static final int MAX_NAME = 100;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    KeyRequest {
        if (name == null || name.isBlank()) throw ProblemException.value("/name", "missing");
        Values.check("/name", name, MAX_NAME);
        if (rights == null || rights.isEmpty()) throw ProblemException.value("/rights", "missing");
        if (rights.contains(null)) throw ProblemException.value("/rights", "empty");
        scope = ScopeRequest.checked(scope);
        if (rights.contains(Right.ADMIN) && !scope.isEmpty()) throw ProblemException.value("/scope", "admin");
        rights = Set.copyOf(rights);
    }

    NewKey wanted() {
        return new NewKey(name, new Scope(scope == null ? Map.of() : scope), rights, expiresAt);
    }
}
