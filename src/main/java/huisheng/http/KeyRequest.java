package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that an administrator asks for.
 *
 * @param scope what its reads may see, by dimension; null and {} for everything
 */
record KeyRequest(String name, Set<Right> rights, @Nullable Map<Dimension, Set<String>> scope) {
    private static final int MAX_NAME = 100;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    KeyRequest {
        if (name == null || name.isBlank()) throw ProblemException.value("/name", "missing");
        Values.check("/name", name, MAX_NAME);
        if (rights == null || rights.isEmpty()) throw ProblemException.value("/rights", "missing");
        if (rights.contains(null)) throw ProblemException.value("/rights", "empty");
        Map<Dimension, Set<String>> copy = ValueSets.checked("/scope", scope, Scope.DIMENSIONS);
        if (rights.contains(Right.ADMIN) && !copy.isEmpty()) throw ProblemException.value("/scope", "admin");
        rights = Set.copyOf(rights);
        scope = copy;
    }

    NewKey wanted() {
        return new NewKey(name, new Scope(scope == null ? Map.of() : scope), rights);
    }
}
