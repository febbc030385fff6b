package huisheng.index;

import huisheng.review.Change;
import huisheng.review.Position;
import java.io.IOException;
import java.util.List;

/**
 * What can be asked of the reviews fast. Derived from the store's changes: it remembers the position it has applied, and
 * an empty one is filled again from the start. Every method blocks; all are safe from any thread, writes one at a time.
 */
public interface ReviewIndex extends AutoCloseable {
    /** The position of the last durable {@link #commit}; {@link Position#START} for an empty index. */
    Position committed();

    /** Applies changes in order: the newest state of a review replaces the earlier one. Applying one twice is harmless. */
    void put(List<Change> batch) throws IOException;

    /** Makes what was put before visible to questions; may run beside the writes. */
    void refresh() throws IOException;

    /** Makes what was put durable, together with {@code position}. */
    void commit(Position position) throws IOException;

    /**
     * Goes back to the last commit after a write has failed with an IOException; until then every write fails. What was
     * put since that commit is forgotten.
     *
     * @return the position from which changes must be put again
     */
    Position recover() throws IOException;

    /** Reviews that are visible, over all scopes. */
    long size();

    /** Whether the query text can be parsed. @throws QueryException with position and reason where it cannot */
    void check(String query);

    /**
     * What is visible now, held still: all that is asked of it is about the same moment. To be closed soon, because it
     * keeps files from being deleted.
     *
     * @param stop ends its questions early
     */
    ReviewSnapshot snapshot(Stop stop) throws IOException;

    /** Asks something of what is visible now. */
    default <T> T ask(Question<T> question) throws IOException {
        try (ReviewSnapshot now = snapshot(Stop.NEVER)) {
            return question.of(now);
        }
    }

    /** Something to ask. */
    @FunctionalInterface
    interface Question<T> {
        T of(ReviewSnapshot snapshot) throws IOException;
    }

    @Override
    void close() throws IOException;
}
