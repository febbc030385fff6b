package huisheng.access.audit;

import huisheng.review.Labelled;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log is as it was written.
 *
 * @param entries that are, from the first on
 * @param broken id of the first that is not, with the reason; both null where all are
 */
public record AuditVerdict(long entries, @Nullable Long broken, @Nullable Break reason) {
    /** What is wrong with an entry. */
    public enum Break implements Labelled {
        /** It is not what its hash, or the order, says. */
        CHANGED,
        /** It, or more from it on, is not there. */
        MISSING,
        /** It is at the end, and not what the service sealed there. */
        UNSEALED
    }

    static AuditVerdict intact(long entries) {
        return new AuditVerdict(entries, null, null);
    }

    static AuditVerdict brokenAfter(long entries, Break reason) {
        return new AuditVerdict(entries, entries + 1, reason);
    }
}
