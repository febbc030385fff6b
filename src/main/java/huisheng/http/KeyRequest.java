package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.NewKey;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.EnumMap;
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
    private static final int MAX_VALUES = 500;
    private static final int MAX_VALUE = 200;

    @JsonCreator
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    KeyRequest {
        if (name == null || name.isBlank()) throw ProblemException.value("/name", "missing");
        Values.check("/name", name, MAX_NAME);
        if (rights == null || rights.isEmpty()) throw ProblemException.value("/rights", "missing");
        if (rights.contains(null)) throw ProblemException.value("/rights", "empty");
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        if (scope != null) scope.forEach((dimension, values) -> copy.put(dimension, checked(dimension, values)));
        if (rights.contains(Right.ADMIN) && !copy.isEmpty()) throw ProblemException.value("/scope", "admin");
        rights = Set.copyOf(rights);
        scope = copy;
    }

    private static Set<String> checked(Dimension dimension, @Nullable Set<String> values) {
        String pointer = "/scope/" + dimension.key();
        if (!Scope.DIMENSIONS.contains(dimension)) {
            String allowed = String.join(
                    ", ", Scope.DIMENSIONS.stream().map(Dimension::key).toList());
            throw ProblemException.value(pointer, "scope", allowed);
        }
        // a list without values would hide everything, which no one asks for on purpose
        if (values == null || values.isEmpty()) throw ProblemException.value(pointer, "empty");
        if (values.size() > MAX_VALUES) throw ProblemException.value(pointer, "many", MAX_VALUES);
        for (String value : values) {
            if (value == null || value.isBlank()) throw ProblemException.value(pointer, "empty");
            Values.check(pointer, value, MAX_VALUE);
        }
        return values;
    }

    NewKey wanted() {
        return new NewKey(name, new Scope(scope == null ? Map.of() : scope), rights);
    }
}
