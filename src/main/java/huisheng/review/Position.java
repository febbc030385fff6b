package huisheng.review;

/**
 * How far a follower has read the store's changes. Ordered by the writing transaction, then by the sequence within all
 * of them; a follower is only ever shown changes of transactions below which none is still open, so that none is
 * skipped.
 */
public record Position(long transaction, long sequence) implements Comparable<Position> {
    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return transaction + ":" + sequence;
    }

    /** The inverse of {@link #toString}. */
    public static Position parse(String text) {
        int colon = text.indexOf(':');
        return new Position(Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
    }
}
