package huisheng.access;

import huisheng.review.Labelled;
import huisheng.review.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A caller who has shown who it is.
 *
 * @param id of the key or user; together with the kind it names the caller
 * @param name for logs and audit; never the key itself
 * @param scope what the caller's reads may see
 * @param team whose work the caller does; null for none
 */
public record Principal(
        Kind kind,
        long id,
        String name,
        Scope scope,
        Set<Right> rights,
        @Nullable String team) {
    /** How a caller is known. */
    public enum Kind implements Labelled {
        /** By an API key. */
        KEY,
        /** By a session, after name and password. */
        USER,
        /** By a token of the OpenID provider. */
        TOKEN
    }

    public Principal {
        rights = Set.copyOf(rights);
    }

    /** The owner of a key. */
    public Principal(long id, String name, Scope scope, Set<Right> rights) {
        this(Kind.KEY, id, name, scope, rights, null);
    }

    /** What tells callers apart. */
    public record Id(Kind kind, long id) {}

    public Id unique() {
        return new Id(kind, id);
    }

    public boolean may(Right right) {
        return rights.contains(right) || rights.contains(Right.ADMIN);
    }
}
