package huisheng.access.audit;

import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import java.util.List;

/** The audit log as its users see it. Safe from any thread. */
public interface AuditTrail {
    /** Done once the entry is committed; fails where it is not, and then nothing may be answered. */
    Future<Void> append(AuditEntry entry);

    /** Newest first. */
    Future<List<AuditRow>> newest(AuditTable.Selection selection, int limit);

    /**
     * Walks the whole log.
     *
     * @param known where it was found sound before, {@link AuditVerdict.Place#START} where that is not known
     */
    Future<AuditVerdict> verify(AuditVerdict.Place known);
}
