package huisheng.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import huisheng.access.Right;
import huisheng.access.audit.AuditTrail;
import huisheng.access.audit.AuditVerdict;
import huisheng.review.Period;
import huisheng.store.AuditEntry;
import huisheng.store.AuditRow;
import huisheng.store.AuditTable;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit log, and whether it is as it was written. */
final class AuditRoutes {
    private static final int DEFAULT_LIMIT = 100;

    /** A million entries take some twenty seconds. */
    private static final long BLANK_MS = 10_000;

    private final Vertx vertx;
    private final AuditTrail trail;

    AuditRoutes(Vertx vertx, AuditTrail trail) {
        this.vertx = vertx;
        this.trail = trail;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/audit", Right.ADMIN, Calls.answer(this::list)),
                Endpoint.get("/api/v1/audit/verify", Right.ADMIN, Calls.patient(vertx, BLANK_MS, this::verify)));
    }

    /** An entry as told, with the id by which its place is known. */
    record EntryAnswer(long id, @JsonUnwrapped AuditEntry entry, String hash) {
        static EntryAnswer of(AuditRow row) {
            return new EntryAnswer(row.id(), row.entry(), row.hash());
        }
    }

    /** The verdict as told. */
    record VerdictAnswer(
            boolean intact,
            AuditVerdict.Place sound,
            @Nullable Long broken,
            AuditVerdict.@Nullable Break reason) {
        static VerdictAnswer of(AuditVerdict verdict) {
            return new VerdictAnswer(verdict.broken() == null, verdict.sound(), verdict.broken(), verdict.reason());
        }
    }

    private Future<?> list(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        int limit = FilterParams.integer(query, "limit", DEFAULT_LIMIT);
        return trail.newest(selection(query), limit).map(rows -> {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("entries", rows.stream().map(EntryAnswer::of).toList());
            if (rows.size() == limit)
                page.put("cursor", String.valueOf(rows.getLast().id()));
            return page;
        });
    }

    private static AuditTable.Selection selection(MultiMap query) {
        String cursor = query.get("cursor");
        Period period = FilterParams.period(query, "from", "until");
        return new AuditTable.Selection(
                cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor),
                query.get("action"),
                query.get("kind"),
                nameOrNull(query),
                period == null ? null : period.from(),
                period == null ? null : period.until());
    }

    private static @Nullable String nameOrNull(MultiMap query) {
        return query.contains("name") ? FilterParams.text(query, "name") : null;
    }

    private Future<?> verify(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        String id = query.get("id");
        String hash = query.get("hash");
        if ((id == null) != (hash == null)) throw ProblemException.parameter(id == null ? "id" : "hash", "missing");
        AuditVerdict.Place known = id == null || hash == null
                ? AuditVerdict.Place.START
                : new AuditVerdict.Place(Long.parseLong(id), hash);
        return trail.verify(known).map(VerdictAnswer::of);
    }
}
