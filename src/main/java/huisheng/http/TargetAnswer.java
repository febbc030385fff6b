package huisheng.http;

import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.store.StoredTarget;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A target as it is told: never its secret, and of a bot's address only the host.
 *
 * @param failures how often in a row it could not be reached
 */
record TargetAnswer(
        String name,
        String kind,
        String address,
        String language,
        List<String> events,
        @Nullable Integer leastLevel,
        @Nullable FilterAnswer filter,
        Map<Dimension, SortedSet<String>> scope,
        boolean enabled,
        int failures,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /** As {@link TargetRequest.ReviewFilter}. */
    record FilterAnswer(Map<Dimension, SortedSet<String>> in, String q, String noise) {
        static @Nullable FilterAnswer of(@Nullable Filter filter) {
            return filter == null
                    ? null
                    : new FilterAnswer(
                            sorted(filter.in()), filter.query(), filter.noise().label());
        }
    }

    static TargetAnswer of(StoredTarget target) {
        return new TargetAnswer(
                target.name(),
                target.kind(),
                target.shown(),
                target.language(),
                target.events(),
                target.leastLevel(),
                FilterAnswer.of(target.filter()),
                sorted(target.scope().only()),
                target.enabled(),
                target.failures(),
                target.createdAt(),
                target.updatedAt(),
                target.updatedBy());
    }

    private static Map<Dimension, SortedSet<String>> sorted(Map<Dimension, Set<String>> values) {
        Map<Dimension, SortedSet<String>> sorted = new EnumMap<>(Dimension.class);
        values.forEach((dimension, some) -> sorted.put(dimension, new TreeSet<>(some)));
        return sorted;
    }
}
