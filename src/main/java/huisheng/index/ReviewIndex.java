package huisheng.index;

import huisheng.review.Change;
import huisheng.review.Dimension;
import huisheng.review.Position;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    SearchPage search(ReviewSearch search) throws IOException;

    /**
     * Reviews of the selection, counted by period and polarity, in the {@code maxGroups} largest groups of {@code by}
     * (null: one group), group by group, periods in order, empty ones too. By {@link Dimension#ASPECT} the polarity is
     * that of the opinions on the aspect; by all others that of the whole review.
     *
     * @throws IllegalArgumentException where the period has more than {@link Interval#MAX_BUCKETS} buckets
     */
    SentimentCounts sentiment(Selection selection, Interval interval, @Nullable Dimension by, int maxGroups)
            throws IOException;

    /** How many reviews of the selection hold each term anywhere in their text, by period, term by term. */
    TermCounts terms(Selection selection, Interval interval, List<String> terms) throws IOException;

    /**
     * Counts the keywords of {@code window} and of {@code baseline}: document frequencies in both, and the numbers of
     * reviews. Keywords below {@code minimum} reviews in both are left out.
     */
    KeywordCounts keywords(Selection window, Selection baseline, int minimum) throws IOException;

    /** Newest reviews of the selection that hold the keyword, at most {@code limit}. */
    List<Long> evidence(Selection selection, String keyword, int limit) throws IOException;

    /** Whether the query text can be parsed. @throws QueryException with position and reason where it cannot */
    void check(String query);

    @Override
    void close() throws IOException;
}
