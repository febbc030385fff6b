package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.review.Labelled;
import huisheng.ticket.CaseView;
import huisheng.ticket.Impact;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was learnt of problems that were solved. */
final class CaseRoutes {
    private static final String ALL = "/api/v1/cases";
    private static final String ONE = ALL + "/{id}";
    private static final int DEFAULT_LIMIT = 20;
    private static final JsonBody<CaseRequest> CASE = new JsonBody<>(CaseRequest.class);

    private final Vertx vertx;
    private final CaseLibrary cases;
    private final Once once;

    CaseRoutes(Vertx vertx, CaseLibrary cases, Once once) {
        this.vertx = vertx;
        this.cases = cases;
        this.once = once;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, Right.READ, Calls.answer(this::search)).auditing(Audited.VERBATIMS),
                Endpoint.post(ALL, Right.HANDLE, ctx -> shown(ctx, 201, write(ctx))),
                Endpoint.get(ONE, Right.READ, ctx -> shown(ctx, 200, cases.find(Calls.caller(ctx), Calls.id(ctx))))
                        .auditing(Audited.VERBATIMS),
                Endpoint.put(ONE, Right.HANDLE, ctx -> shown(ctx, 200, change(ctx))),
                Endpoint.get(ONE + "/history", Right.READ, Calls.answer(this::history))
                        .auditing(Audited.VERBATIMS),
                Endpoint.get("/api/v1/tickets/{id}/similar-cases", Right.READ, Calls.answer(this::similar))
                        .auditing(Audited.VERBATIMS));
    }

    /** @param cursor for the next page; null after the last, and where a text was searched */
    record Page(List<CaseView> cases, @Nullable String cursor) {}

    private Future<Page> search(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        String impact = query.get("impact");
        String cursor = query.get("cursor");
        CaseLibrary.Query wanted = new CaseLibrary.Query(
                FilterParams.text(query, "q"),
                query.get("type"),
                impact == null ? null : Labelled.of(Impact.class, impact),
                "true".equals(query.get("archived")),
                cursor == null ? null : Long.valueOf(cursor),
                FilterParams.integer(query, "limit", DEFAULT_LIMIT));
        return cases.search(Calls.caller(ctx), wanted).map(found -> page(found, wanted));
    }

    private static Page page(List<CaseView> found, CaseLibrary.Query wanted) {
        boolean last = found.size() < wanted.limit() || !wanted.text().isBlank();
        return new Page(found, last ? null : String.valueOf(found.getLast().id()));
    }

    private Future<Optional<CaseView>> write(RoutingContext ctx) {
        return once.make(
                ctx,
                CASE,
                (body, key) -> cases.write(Calls.caller(ctx), body, key).map(Optional::of),
                written -> cases.find(Calls.caller(ctx), written));
    }

    private Future<Optional<CaseView>> change(RoutingContext ctx) {
        long id = Calls.id(ctx);
        Integer version = ETags.version(ctx.request());
        if (version == null) throw ProblemException.of(ProblemType.VERSION_NEEDED);
        return CASE.read(vertx, ctx.request()).compose(body -> cases.change(Calls.caller(ctx), id, version, body));
    }

    private Future<?> history(RoutingContext ctx) {
        int limit = FilterParams.integer(ctx.queryParams(), "limit", DEFAULT_LIMIT);
        String cursor = ctx.queryParams().get("cursor");
        Integer below = cursor == null ? null : Integer.valueOf(cursor);
        return cases.history(Calls.caller(ctx), Calls.id(ctx), below, limit)
                .map(Calls::found)
                .map(found -> TicketRoutes.history(found, limit));
    }

    private Future<?> similar(RoutingContext ctx) {
        return cases.similar(Calls.caller(ctx), Calls.id(ctx)).map(Calls::found).map(found -> Map.of("cases", found));
    }

    private static void shown(RoutingContext ctx, int status, Future<Optional<CaseView>> answer) {
        Calls.versioned(ctx, status, answer.map(Calls::found), CaseView::version);
    }
}
