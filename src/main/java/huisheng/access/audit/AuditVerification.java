package huisheng.access.audit;

import huisheng.store.AuditHead;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;

/** Walks the whole audit log and finds the first place where somebody else has written. */
final class AuditVerification {
    private static final int PAGE = 2_000;

    private final AuditTable table;
    private final AuditChain chain;

    AuditVerification(AuditTable table, AuditChain chain) {
        this.table = table;
        this.chain = chain;
    }

    Future<AuditVerdict> verify() {
        return walk(new Place(0, ""));
    }

    /** How far all is well. */
    private record Place(long last, String hash) {}

    private Future<AuditVerdict> walk(Place from) {
        return table.after(from.last, PAGE).compose(page -> {
            Place place = from;
            for (AuditRow row : page) {
                if (row.id() != place.last + 1) return broken(place.last, AuditVerdict.Break.MISSING);
                if (!row.hash().equals(AuditChain.hash(place.hash, row.id(), row.entry()))) {
                    return broken(place.last, AuditVerdict.Break.CHANGED);
                }
                place = new Place(row.id(), row.hash());
            }
            return page.size() == PAGE ? walk(place) : end(place);
        });
    }

    private Future<AuditVerdict> end(Place place) {
        return table.head().compose(head -> {
            if (head.isEmpty() || head.get().id() < place.last) {
                return broken(head.map(AuditHead::id).orElse(0L), AuditVerdict.Break.UNSEALED);
            }
            return head.get().id() > place.last ? further(place) : sealed(place, head.get());
        });
    }

    /** The head has moved since, or the end was cut off. */
    private Future<AuditVerdict> further(Place place) {
        return table.after(place.last, 1)
                .compose(next -> next.isEmpty() ? broken(place.last, AuditVerdict.Break.MISSING) : walk(place));
    }

    private Future<AuditVerdict> sealed(Place place, AuditHead head) {
        return head.hash().equals(place.hash) && chain.sealed(head)
                ? Future.succeededFuture(AuditVerdict.intact(place.last))
                : broken(Math.max(place.last - 1, 0), AuditVerdict.Break.UNSEALED);
    }

    private static Future<AuditVerdict> broken(long before, AuditVerdict.Break reason) {
        return Future.succeededFuture(AuditVerdict.brokenAfter(before, reason));
    }
}
