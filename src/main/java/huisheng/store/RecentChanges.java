package huisheng.store;

import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Position;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What this process wrote lately, so that its followers need not read it back. Says nothing about which changes there
 * are, nor in what order: that {@link ChangeFeed} asks the database each time, and a change that is not found here is
 * read there. Bounded by the number of changes and the length of their texts; safe from any thread.
 */
final class RecentChanges {
    private static final int MOST = 10_000;
    /** Far more than as many reviews of usual length have; so many of the longest would be hundreds of megabytes. */
    private static final long MOST_CHARS = 16_000_000;

    private final int most;
    private final long mostChars;
    private final Map<Long, Change> byReview = new HashMap<>();
    /** The same, ordered here: workers add in the order in which they hear of their commits. */
    private final NavigableMap<Position, Change> byPosition = new TreeMap<>();

    /** How far each follower has read. */
    private final Map<Object, Position> readers = new HashMap<>();

    private long chars;

    RecentChanges() {
        this(MOST, MOST_CHARS);
    }

    /** @param mostChars of the texts of all changes together, in UTF-16 units */
    RecentChanges(int most, long mostChars) {
        this.most = most;
        this.mostChars = mostChars;
    }

    /** @param written committed, in any order */
    synchronized void add(List<Change> written) {
        written.forEach(this::add);
        while (byPosition.size() > most || chars > mostChars) {
            remove(byPosition.firstEntry().getValue());
        }
    }

    private void add(Change change) {
        Change known = byReview.get(change.reviewId());
        if (known != null) {
            if (known.position().compareTo(change.position()) >= 0) return;
            remove(known);
        }
        byReview.put(change.reviewId(), change);
        byPosition.put(change.position(), change);
        chars += length(change);
    }

    private void remove(Change change) {
        byReview.remove(change.reviewId());
        byPosition.remove(change.position());
        chars -= length(change);
    }

    /** The change of this review at exactly this position. */
    synchronized Optional<Change> find(long review, Position position) {
        return Optional.ofNullable(byReview.get(review))
                .filter(change -> change.position().equals(position));
    }

    /** Lets go what every follower that reads after its position has; {@code reader} reads after {@code position}. */
    synchronized void forget(Object reader, Position position) {
        readers.put(reader, position);
        Position slowest = Collections.min(readers.values());
        while (!byPosition.isEmpty() && byPosition.firstKey().compareTo(slowest) <= 0) {
            remove(byPosition.firstEntry().getValue());
        }
    }

    /** As in a process that has just started. */
    synchronized void clear() {
        byReview.clear();
        byPosition.clear();
        readers.clear();
        chars = 0;
    }

    synchronized boolean isEmpty() {
        return byPosition.isEmpty();
    }

    private static long length(Change change) {
        AnalysedReview analysed = change.analysed();
        if (analysed == null) return 0;
        String initial = analysed.stored().initialText();
        return analysed.review().text().length() + (initial == null ? 0L : initial.length());
    }
}
