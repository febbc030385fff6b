package huisheng.http;

import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A data scope in a JSON body, at {@code /scope}, and in an answer. */
final class ScopeRequest {
    private static final int MAX_VALUES = 500;
    private static final int MAX_VALUE = 200;

    private ScopeRequest() {}

    /** @param scope null and {} for everything */
    static Map<Dimension, Set<String>> checked(@Nullable Map<Dimension, Set<String>> scope) {
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        if (scope != null) scope.forEach((dimension, values) -> copy.put(dimension, checked(dimension, values)));
        return copy;
    }

    private static Set<String> checked(Dimension dimension, @Nullable Set<String> values) {
        String pointer = "/scope/" + dimension.key();
        if (!Scope.DIMENSIONS.contains(dimension)) {
            throw ProblemException.value(pointer, "scope", keys(Scope.DIMENSIONS));
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

    static String keys(Set<Dimension> dimensions) {
        return String.join(", ", dimensions.stream().map(Dimension::key).toList());
    }

    static Map<Dimension, SortedSet<String>> told(Scope scope) {
        Map<Dimension, SortedSet<String>> told = new EnumMap<>(Dimension.class);
        scope.only().forEach((dimension, values) -> told.put(dimension, new TreeSet<>(values)));
        return told;
    }
}
