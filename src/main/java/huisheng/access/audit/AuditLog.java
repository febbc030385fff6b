package huisheng.access.audit;

import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The one writer of the audit log. What arrives while a transaction runs goes into the next together, so that many
 * calls at once share a commit. Safe from any thread.
 */
public final class AuditLog implements AuditTrail {
    private static final int BATCH = 500;
    private static final int MAX_WAITING = 20_000;

    private final AuditTable table;
    private final AuditChain chain;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean writing;
    private volatile AuditVerdict.Place reached;
    private volatile boolean setBack;

    /**
     * @param sealing a key that the database does not hold
     * @param reached how far the log was written before, as {@link #reached} told, kept where the database is not
     */
    public AuditLog(AuditTable table, byte[] sealing, AuditVerdict.Place reached) {
        this.table = table;
        this.chain = new AuditChain(sealing);
        this.reached = reached;
    }

    /** How far the log was written: whoever sets the whole database back to before cannot hide it. */
    public AuditVerdict.Place reached() {
        return reached;
    }

    /**
     * Whether what was added to last is another log than the one that had been reached. Then {@link #reached} stays where
     * it is, or the entries that follow would hide it.
     */
    public boolean isSetBack() {
        return setBack;
    }

    private record Waiting(AuditEntry entry, Promise<Void> written) {}

    @Override
    public Future<Void> append(AuditEntry entry) {
        Promise<Void> written = Promise.promise();
        synchronized (queue) {
            if (queue.size() >= MAX_WAITING) {
                return Future.failedFuture(new IllegalStateException("too many entries wait for the audit log"));
            }
            queue.addLast(new Waiting(entry, written));
            if (writing) return written.future();
            writing = true;
        }
        write();
        return written.future();
    }

    private void write() {
        List<Waiting> batch = next();
        if (batch.isEmpty()) return;
        List<AuditEntry> entries = batch.stream().map(Waiting::entry).toList();
        AuditVerdict.Place known = reached;
        table.append(known.id(), known.hash(), head -> chain.extend(head, entries))
                .onSuccess(this::follow)
                .onComplete(done -> {
                    batch.forEach(waiting -> tell(waiting, done));
                    write();
                });
    }

    private void follow(AuditTable.Appended appended) {
        setBack = !appended.continues();
        if (setBack) return;
        reached = new AuditVerdict.Place(appended.head().id(), appended.head().hash());
    }

    private static void tell(Waiting waiting, AsyncResult<AuditTable.Appended> done) {
        if (done.succeeded()) waiting.written.complete();
        else waiting.written.fail(done.cause());
    }

    /** Nothing left: the next to come starts again. */
    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        synchronized (queue) {
            while (batch.size() < BATCH && !queue.isEmpty()) batch.add(queue.removeFirst());
            if (batch.isEmpty()) writing = false;
        }
        return batch;
    }

    @Override
    public Future<List<AuditRow>> newest(AuditTable.Selection selection, int limit) {
        return table.newest(selection, limit);
    }

    @Override
    public Future<AuditVerdict> verify(AuditVerdict.Place known) {
        return new AuditVerification(table, chain, List.of(known, reached)).verify();
    }
}
