package huisheng.access;

import huisheng.review.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param name for lists and logs
 * @param expiresAt from then on it opens nothing; null for never
 */
public record NewKey(
        String name,
        Scope scope,
        Set<Right> rights,
        @Nullable Instant expiresAt) {
    public NewKey(String name, Scope scope, Set<Right> rights) {
        this(name, scope, rights, null);
    }

    public NewKey {
        rights = Set.copyOf(rights);
        if (rights.isEmpty()) throw new IllegalArgumentException("a key without rights opens nothing");
        // who exports subjects and makes keys sees everything, so a scope would promise what it cannot hold
        if (rights.contains(Right.ADMIN) && !scope.equals(Scope.ALL)) {
            throw new IllegalArgumentException("an administrator's key has no scope");
        }
    }
}
