package huisheng.access;

import huisheng.review.Scope;
import java.util.Set;

/**
 * A caller who has shown a valid key.
 *
 * @param id of the key
 * @param name of the key, for logs and audit; never the key itself
 * @param scope what the caller's reads may see
 */
public record Principal(long id, String name, Scope scope, Set<Right> rights) {
    public Principal {
        rights = Set.copyOf(rights);
    }

    public boolean may(Right right) {
        return rights.contains(right) || rights.contains(Right.ADMIN);
    }
}
