package huisheng.index;

import huisheng.review.Position;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher that knows how far the changes go which it shows: all up to {@code from}, and none after {@code until}.
 */
final class ShownSearcher extends IndexSearcher {
    private final Position from;
    private final Position until;

    ShownSearcher(IndexReader reader, Position from, Position until) {
        super(reader);
        this.from = from;
        this.until = until;
    }

    Position from() {
        return from;
    }

    boolean settled() {
        return from.equals(until);
    }
}
