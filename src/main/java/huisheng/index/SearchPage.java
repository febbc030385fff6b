package huisheng.index;

import huisheng.review.Dimension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits.
 *
 * @param total number of hits; exact
 * @param cursor for the next page, null after the last
 * @param facets per dimension its values with counts, most frequent first, bounded
 */
public record SearchPage(
        long total, List<Hit> hits, @Nullable String cursor, Map<Dimension, List<Facet>> facets) {
    /**
     * One review found.
     *
     * @param highlights spans of the masked text that the query matched, in order
     */
    public record Hit(long id, double score, List<Span> highlights) {}

    /** UTF-16 offsets. */
    public record Span(int start, int end) {}

    public record Facet(String value, long n) {}
}
