package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Labelled;
import huisheng.review.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param cursor opaque, from the page before; null for the first
 * @param limit 1 to 100
 * @param facets dimensions to count over all hits, not only this page's
 */
public record ReviewSearch(
        Selection selection,
        Order order,
        int limit,
        @Nullable String cursor,
        List<Dimension> facets) {
    public static final int MAX_LIMIT = 100;

    public ReviewSearch {
        if (limit < 1 || limit > MAX_LIMIT)
            throw new Fault("limit 应在 1 到 " + MAX_LIMIT + " 之间", "limit must be 1 to " + MAX_LIMIT);
        facets = List.copyOf(facets);
    }

    /** How hits are sorted. */
    public enum Order implements Labelled {
        NEWEST,
        RELEVANCE
    }
}
