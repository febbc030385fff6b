package huisheng.store;

import huisheng.review.Change;
import huisheng.review.Position;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this process wrote lately, so that its followers need not read it back. Says nothing about which changes there
 * are, nor in what order: that {@link ChangeFeed} asks the database each time, and a change that is not found here is
 * read there. Bounded; safe from any thread.
 */
final class RecentChanges {
    /** Some kilobytes each. */
    private static final int MOST = 10_000;

    private final int most;
    /** By review, oldest first. */
    private final Map<Long, Change> changes = new LinkedHashMap<>();

    RecentChanges() {
        this(MOST);
    }

    RecentChanges(int most) {
        this.most = most;
    }

    /** @param written committed, in the order of their positions */
    synchronized void add(List<Change> written) {
        for (Change change : written) {
            changes.remove(change.reviewId());
            changes.put(change.reviewId(), change);
        }
        Iterator<Change> oldest = changes.values().iterator();
        while (changes.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }

    /** The changes of these reviews at exactly these positions; empty where one of them is not known. */
    synchronized Optional<List<Change>> find(List<Long> reviews, List<Position> positions) {
        List<Change> found = new ArrayList<>(reviews.size());
        for (int i = 0; i < reviews.size(); i++) {
            Change change = changes.get(reviews.get(i));
            if (change == null || !change.position().equals(positions.get(i))) return Optional.empty();
            found.add(change);
        }
        return Optional.of(found);
    }

    /** Lets go what a follower that reads after {@code position} has. */
    synchronized void forget(Position position) {
        Iterator<Change> oldest = changes.values().iterator();
        while (oldest.hasNext() && oldest.next().position().compareTo(position) <= 0) oldest.remove();
    }

    synchronized boolean isEmpty() {
        return changes.isEmpty();
    }
}
