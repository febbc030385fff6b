package huisheng.index;

import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Position;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visible reviews at one moment, and what can be asked of them. Used by one thread at a time; every method blocks
 * and may throw {@link Stopped}.
 */
public interface ReviewSnapshot extends AutoCloseable {
    /** Every change up to here is seen. */
    Position position();

    /** Whether nothing after {@link #position} is seen; false while changes arrive. */
    boolean settled();

    /** Reviews that are visible, over all scopes. */
    long size();

    /** The versions of the pipelines that read the reviews of the selection, in order. */
    List<String> pipelines(Selection selection) throws IOException;

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
     * Counts the values of a dimension in {@code window} and in {@code baseline}: document frequencies in both, and the
     * numbers of reviews. Values below {@code minimum} reviews in both are left out.
     */
    ContrastCounts contrast(Dimension dimension, Selection window, Selection baseline, int minimum) throws IOException;

    /**
     * Counts the selection by the values of its axes and by period, in one pass.
     *
     * @throws Fault where it has more cells than {@code by} allows
     */
    Tally tally(Selection selection, Tally.By by) throws IOException;

    /**
     * How the opinions on the {@code most} most frequent aspects go together with each other and with an outcome.
     */
    AspectMoments moments(Selection selection, AspectMoments.Outcome outcome, int most) throws IOException;

    /** The stances of the selection without and with its noise. */
    NoiseCounts noise(Selection selection) throws IOException;

    /**
     * The newest reviews of the selection that have the value, at most {@code limit}, each with the place that shows it.
     *
     * @param dimension null for any review of the selection
     */
    List<Quote> quotes(Selection selection, @Nullable Dimension dimension, String value, int limit) throws IOException;

    /** Reads single reviews of the selection, the newest ones, and counts how many there are. */
    Voices voices(Selection selection, Voices.Of of) throws IOException;

    @Override
    void close() throws IOException;
}
