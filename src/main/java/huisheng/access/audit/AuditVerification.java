package huisheng.access.audit;

import huisheng.access.audit.AuditVerdict.Break;
import huisheng.access.audit.AuditVerdict.Place;
import huisheng.store.AuditHead;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;

/** Walks the whole audit log and finds the first place where somebody else has written. */
final class AuditVerification {
    private static final int PAGE = 2_000;

    private final AuditTable table;
    private final AuditChain chain;
    private final Place known;

    /** @param known where the log was found sound before: a database set back to an older state is seen by it alone */
    AuditVerification(AuditTable table, AuditChain chain, Place known) {
        this.table = table;
        this.chain = chain;
        this.known = known;
    }

    Future<AuditVerdict> verify() {
        return walk(Place.START);
    }

    private Future<AuditVerdict> walk(Place from) {
        return table.after(from.id(), PAGE).compose(page -> {
            Place place = from;
            for (AuditRow row : page) {
                if (row.id() != place.id() + 1) return broken(place, Break.MISSING);
                if (!isAsWritten(row, place.hash())) return broken(place, Break.CHANGED);
                place = new Place(row.id(), row.hash());
            }
            return page.size() == PAGE ? walk(place) : end(place);
        });
    }

    private boolean isAsWritten(AuditRow row, String before) {
        return row.hash().equals(AuditChain.hash(before, row.id(), row.entry()))
                && (row.id() != known.id() || row.hash().equals(known.hash()));
    }

    private Future<AuditVerdict> end(Place place) {
        if (place.id() < known.id()) return broken(place, Break.MISSING);
        return table.head().compose(head -> {
            if (head.isEmpty()) return broken(Place.START, Break.UNSEALED);
            return head.get().id() > place.id() ? further(place) : sealed(place, head.get());
        });
    }

    /** The head has moved since, or the end was cut off. */
    private Future<AuditVerdict> further(Place place) {
        return table.after(place.id(), 1).compose(next -> next.isEmpty() ? broken(place, Break.MISSING) : walk(place));
    }

    private Future<AuditVerdict> sealed(Place place, AuditHead head) {
        if (head.id() == place.id() && head.hash().equals(place.hash()) && chain.sealed(head)) {
            return Future.succeededFuture(AuditVerdict.intact(place));
        }
        // what stands behind the head nobody sealed; else it is the last itself
        long broken = Math.max(1, Math.min(head.id() + 1, place.id()));
        return Future.succeededFuture(new AuditVerdict(Place.START, broken, Break.UNSEALED));
    }

    private static Future<AuditVerdict> broken(Place sound, Break reason) {
        return Future.succeededFuture(AuditVerdict.broken(sound, reason));
    }
}
