package huisheng.access.audit;

import huisheng.access.audit.AuditVerdict.Break;
import huisheng.access.audit.AuditVerdict.Place;
import huisheng.store.AuditHead;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;

/** Walks the whole audit log and finds the first place where somebody else has written. */
final class AuditVerification {
    /** Hashed within some milliseconds, and all that is held at a time. */
    private static final int PAGE = 500;

    private final AuditTable table;
    private final AuditChain chain;
    private final List<Place> known;
    private final Promise<AuditVerdict> verdict = Promise.promise();

    /** @param known where the log was found sound before: a database set back to an older state is seen by them alone */
    AuditVerification(AuditTable table, AuditChain chain, List<Place> known) {
        this.table = table;
        this.chain = chain;
        this.known = known;
    }

    Future<AuditVerdict> verify() {
        walk(Place.START);
        return verdict.future();
    }

    /** Page after page, each let go before the next, however long the log is. */
    private void walk(Place from) {
        table.after(from.id(), PAGE).onFailure(verdict::fail).onSuccess(page -> {
            Place place = from;
            for (AuditRow row : page) {
                if (row.id() != place.id() + 1) broken(place, Break.MISSING);
                else if (!isAsWritten(row, place.hash())) broken(place, Break.CHANGED);
                if (verdict.future().isComplete()) return;
                place = new Place(row.id(), row.hash());
            }
            if (page.size() == PAGE) walk(place);
            else end(place);
        });
    }

    private boolean isAsWritten(AuditRow row, String before) {
        return row.hash().equals(AuditChain.hash(before, row.id(), row.entry()))
                && known.stream()
                        .allMatch(at -> row.id() != at.id() || row.hash().equals(at.hash()));
    }

    private void end(Place place) {
        if (known.stream().anyMatch(at -> place.id() < at.id())) broken(place, Break.MISSING);
        else table.head().onFailure(verdict::fail).onSuccess(head -> compare(place, head));
    }

    private void compare(Place place, Optional<AuditHead> head) {
        if (head.isEmpty()) broken(Place.START, Break.UNSEALED);
        else if (head.get().id() > place.id()) further(place);
        else sealed(place, head.get());
    }

    /** The head has moved since, or the end was cut off. */
    private void further(Place place) {
        table.after(place.id(), 1).onFailure(verdict::fail).onSuccess(next -> {
            if (next.isEmpty()) broken(place, Break.MISSING);
            else walk(place);
        });
    }

    private void sealed(Place place, AuditHead head) {
        if (head.id() == place.id() && head.hash().equals(place.hash()) && chain.sealed(head)) {
            verdict.complete(AuditVerdict.intact(place));
            return;
        }
        // what stands behind the head nobody sealed; else it is the last itself
        long broken = Math.max(1, Math.min(head.id() + 1, place.id()));
        verdict.complete(new AuditVerdict(Place.START, broken, Break.UNSEALED));
    }

    private void broken(Place sound, Break reason) {
        verdict.complete(AuditVerdict.broken(sound, reason));
    }
}
