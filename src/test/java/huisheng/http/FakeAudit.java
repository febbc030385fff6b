package huisheng.http;

import huisheng.access.audit.AuditTrail;
import huisheng.access.audit.AuditVerdict;
import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps entries in memory, or cannot. */
final class FakeAudit implements AuditTrail {
    final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
    final AtomicBoolean broken = new AtomicBoolean();

    @Override
    public Future<Void> append(AuditEntry entry) {
        if (broken.get()) return Future.failedFuture(new IllegalStateException("the audit log cannot be written"));
        entries.add(entry);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<AuditRow>> newest(AuditTable.Selection selection, int limit) {
        return Future.succeededFuture(entries.reversed().stream()
                .limit(limit)
                .map(entry -> new AuditRow(1, entry, "hash"))
                .toList());
    }

    @Override
    public Future<AuditVerdict> verify(AuditVerdict.Place known) {
        return Future.succeededFuture(new AuditVerdict(new AuditVerdict.Place(entries.size(), "hash"), null, null));
    }
}
