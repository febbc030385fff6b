package huisheng.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Copies of maps from dimension to values, in the order of the dimensions. */
final class Dimensions {
    private Dimensions() {}

    static Map<Dimension, Set<String>> copy(Map<Dimension, Set<String>> values) {
        Map<Dimension, Set<String>> copy = new EnumMap<>(Dimension.class);
        values.forEach((dimension, set) -> copy.put(dimension, Set.copyOf(set)));
        return Collections.unmodifiableMap(copy);
    }
}
