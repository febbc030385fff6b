package huisheng.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are listed, the newest first.
 *
 * @param states empty for all, like {@code levels}
 * @param rule null for all
 * @param before only alerts with a lower id, null for the newest
 */
public record AlertQuery(
        Set<AlertState> states,
        Set<Integer> levels,
        @Nullable Long rule,
        @Nullable Long before,
        int limit) {
    public static final int MAX = 200;

    public AlertQuery {
        states = Set.copyOf(states);
        levels = Set.copyOf(levels);
        if (limit < 1 || limit > MAX) throw new IllegalArgumentException("limit must be 1 to " + MAX);
    }
}
