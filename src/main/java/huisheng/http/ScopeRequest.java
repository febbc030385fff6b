package huisheng.http;

import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A data scope in a JSON body, at {@code /scope}, and in an answer. */
final class ScopeRequest {
    private ScopeRequest() {}

    /** @param scope null and {} for everything */
    static Map<Dimension, Set<String>> checked(@Nullable Map<Dimension, Set<String>> scope) {
        return ValueSets.checked("/scope", scope, Scope.DIMENSIONS);
    }

    static String keys(Collection<Dimension> dimensions) {
        return String.join(", ", dimensions.stream().map(Dimension::key).toList());
    }

    static Map<Dimension, SortedSet<String>> told(Scope scope) {
        Map<Dimension, SortedSet<String>> told = new EnumMap<>(Dimension.class);
        scope.only().forEach((dimension, values) -> told.put(dimension, new TreeSet<>(values)));
        return told;
    }
}
