package huisheng.http;

import huisheng.review.Dimension;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks values by dimension in a JSON body. */
final class ValueSets {
    private static final int MAX_VALUES = 500;
    private static final int MAX_VALUE = 200;

    private ValueSets() {}

    /**
     * A copy without the dimensions' order in the body.
     *
     * @param given null for none
     * @throws ProblemException for a dimension that is not allowed, or for values that are empty, too many or too long
     */
    static Map<Dimension, Set<String>> checked(
            String pointer, @Nullable Map<Dimension, Set<String>> given, Collection<Dimension> allowed) {
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        if (given == null) return copy;
        given.forEach((dimension, values) -> {
            String place = pointer + "/" + dimension.key();
            if (!allowed.contains(dimension)) {
                throw ProblemException.value(place, "scope", ScopeRequest.keys(allowed));
            }
            copy.put(dimension, checked(place, values));
        });
        return copy;
    }

    private static Set<String> checked(String pointer, @Nullable Set<String> values) {
        // a list without values would match nothing, which no one asks for on purpose
        if (values == null || values.isEmpty()) throw ProblemException.value(pointer, "empty");
        if (values.size() > MAX_VALUES) throw ProblemException.value(pointer, "many", MAX_VALUES);
        for (String value : values) {
            if (value == null || value.isBlank()) throw ProblemException.value(pointer, "empty");
            Values.check(pointer, value, MAX_VALUE);
        }
        return values;
    }
}
