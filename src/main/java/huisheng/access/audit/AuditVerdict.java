package huisheng.access.audit;

import huisheng.review.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log is as it was written.
 *
 * @param sound up to where it is: to be kept elsewhere, and shown again at the next time
 * @param broken id of the first entry that is not, with the reason; both null where all are
 */
public record AuditVerdict(
        Place sound, @Nullable Long broken, @Nullable Break reason) {
    /**
     * A place in the log.
     *
     * @param id of the last entry up to there, 0 before the first
     * @param hash of that entry, which covers all before it
     */
    public record Place(long id, String hash) {
        public static final Place START = new Place(0, "");

        /** Stands for a place that was kept and cannot be read any more: no log reaches it, so none passes for intact. */
        static final Place UNREADABLE = new Place(Long.MAX_VALUE, "");
    }

    /** What is wrong with an entry. */
    public enum Break implements Labelled {
        /** It is not what its hash, or the order, says. */
        CHANGED,
        /** It, or more from it on, is not there. */
        MISSING,
        /** It is at the end, and not what the service sealed there. */
        UNSEALED
    }

    static AuditVerdict intact(Place sound) {
        return new AuditVerdict(sound, null, null);
    }

    static AuditVerdict broken(Place sound, Break reason) {
        return new AuditVerdict(sound, sound.id() + 1, reason);
    }
}
