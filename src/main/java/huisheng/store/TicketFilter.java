package huisheng.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are wanted; what is null or empty is not asked about.
 *
 * @param overdue only those whose clock has run out
 * @param alert only those made of it
 * @param text stretches of characters that title or problem must hold
 * @param before only those with a lower number, which are older
 */
public record TicketFilter(
        Set<String> states,
        @Nullable String owner,
        @Nullable String team,
        @Nullable Integer level,
        boolean overdue,
        @Nullable String product,
        @Nullable String region,
        @Nullable Long alert,
        String text,
        @Nullable Long before,
        int limit) {
    public static final int MAX_LIMIT = 100;

    public TicketFilter {
        states = Set.copyOf(states);
        if (limit < 1 || limit > MAX_LIMIT) throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT);
    }
}
