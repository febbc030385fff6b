package huisheng.access.audit;

import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a bounded number of failed logins on record, since anybody can make them: of each turn the first ones one by one,
 * the others as one entry with their number. Safe from any thread.
 */
public final class SparingTrail implements AuditTrail {
    /** One by one, from a network. */
    static final int EACH = 10;
    /** One by one, from all of them: the network costs a stranger little. */
    static final int ALL = 60;
    /** Member of the filter that holds how many others there were. */
    static final String MORE = "more";

    private final AuditTrail trail;
    private final Map<String, Integer> networks = new HashMap<>();
    private int written;
    private @Nullable Others others;

    public SparingTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param network where all of them came from; empty where they came from several */
    private record Others(AuditEntry last, String network, long count) {
        static Others of(AuditEntry entry) {
            return new Others(entry, entry.address(), 1);
        }

        Others and(Others later) {
            String same = network.equals(later.network) ? network : "";
            return new Others(later.last, same, count + later.count);
        }

        AuditEntry entry() {
            return new AuditEntry(
                    last.at(),
                    last.action(),
                    last.kind(),
                    null,
                    "",
                    network,
                    last.method(),
                    last.route(),
                    new TreeMap<>(),
                    List.of(),
                    new TreeMap<>(Map.of(MORE, String.valueOf(count))),
                    last.status(),
                    last.request());
        }
    }

    @Override
    public Future<Void> append(AuditEntry entry) {
        boolean failedLogin = entry.who() == null && entry.action().equals(Audited.LOGIN.label());
        return failedLogin && !hasRoom(entry) ? Future.succeededFuture() : trail.append(entry);
    }

    /** Whether it may be written by itself; else it is counted with the others. */
    private synchronized boolean hasRoom(AuditEntry entry) {
        if (written < ALL && networks.merge(entry.address(), 1, Integer::sum) <= EACH) {
            written++;
            return true;
        }
        add(Others.of(entry));
        return false;
    }

    private synchronized void add(Others more) {
        others = others == null ? more : others.and(more);
    }

    /** Ends a turn: to be called each minute, and when no more will come. */
    public Future<Void> turn() {
        Others counted = next();
        // what could not be written is told with the next
        return counted == null
                ? Future.succeededFuture()
                : trail.append(counted.entry()).onFailure(e -> add(counted));
    }

    private synchronized @Nullable Others next() {
        Others counted = others;
        networks.clear();
        written = 0;
        others = null;
        return counted;
    }

    @Override
    public Future<List<AuditRow>> newest(AuditTable.Selection selection, int limit) {
        return trail.newest(selection, limit);
    }

    @Override
    public Future<AuditVerdict> verify(AuditVerdict.Place known) {
        return trail.verify(known);
    }
}
