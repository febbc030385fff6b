package huisheng.ticket;

import huisheng.review.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A problem to be registered.
 *
 * @param about the scope of reviews that it rests on
 * @param level 1 to 3
 * @param reviews numbers of those that show it
 * @param alert number of the alert that it comes from
 * @param search path and query of the search that found the reviews
 */
public record NewTicket(
        String title,
        String problem,
        @Nullable String type,
        int level,
        Scope about,
        Set<Long> reviews,
        @Nullable Long alert,
        @Nullable String search,
        Given given) {
    public NewTicket {
        reviews = Set.copyOf(reviews);
    }
}
