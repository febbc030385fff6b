package huisheng.alert;

/**
 * A review that stands behind an alert, and where in it. Without its words, which are read with the rights of whoever
 * looks, and are gone when the review is erased.
 *
 * @param id of the review
 * @param start UTF-16 offset into its masked text, like {@code end}
 */
public record Proof(long id, int start, int end) {
    /** Proofs that an alert keeps, the newest. */
    public static final int MOST = 20;
}
