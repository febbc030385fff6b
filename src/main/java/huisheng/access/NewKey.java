package huisheng.access;

import huisheng.review.Scope;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name for lists and logs
 */
public record NewKey(String name, Scope scope, Set<Right> rights) {
    public NewKey {
        rights = Set.copyOf(rights);
        if (rights.isEmpty()) throw new IllegalArgumentException("a key without rights opens nothing");
        // who exports subjects and makes keys sees everything, so a scope would promise what it cannot hold
        if (rights.contains(Right.ADMIN) && !scope.equals(Scope.ALL)) {
            throw new IllegalArgumentException("an administrator's key has no scope");
        }
    }
}
