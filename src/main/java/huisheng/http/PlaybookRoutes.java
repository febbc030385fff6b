package huisheng.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.access.Right;
import huisheng.ticket.ProcedureView;
import huisheng.ticket.RunView;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Procedures and what may be said by them; playbooks under their clock. */
final class PlaybookRoutes {
    private static final String ALL = "/api/v1/procedures";
    private static final String ONE = ALL + "/{name}";
    private static final String RUNS = "/api/v1/playbook-runs";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final JsonBody<ProcedureRequest> PROCEDURE = new JsonBody<>(ProcedureRequest.class);
    private static final JsonBody<Start> START = new JsonBody<>(Start.class);
    private static final JsonBody<Done> DONE = new JsonBody<>(Done.class);

    private final Vertx vertx;
    private final Playbooks playbooks;
    private final Once once;

    PlaybookRoutes(Vertx vertx, Playbooks playbooks, Once once) {
        this.vertx = vertx;
        this.playbooks = playbooks;
        this.once = once;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(ALL, Right.READ, Calls.answer(this::list)),
                Endpoint.get(ONE, Right.READ, ctx -> shown(ctx, playbooks.find(name(ctx)))),
                Endpoint.put(ONE, Right.ADMIN, ctx -> shown(ctx, put(ctx))),
                Endpoint.delete(ONE, Right.ADMIN, this::delete),
                Endpoint.post("/api/v1/playbooks/{name}/start", Right.HANDLE, Calls.answer(201, this::start)),
                Endpoint.get(RUNS, Right.READ, Calls.answer(this::runs)),
                Endpoint.get(RUNS + "/{id}", Right.READ, Calls.answer(this::run)),
                Endpoint.post(RUNS + "/{id}/steps/{step}", Right.HANDLE, Calls.answer(this::done)));
    }

    /** For what a playbook is started: one of both. */
    record Start(@Nullable Long ticket, @Nullable Long alert) {
        @JsonCreator
        Start {
            if (ticket == null && alert == null) throw ProblemException.value("/ticket", "missing");
            if (ticket != null && alert != null) throw ProblemException.value("/alert", "either");
        }
    }

    /** What is said of a step that is done. */
    record Done(@Nullable String note) {
        @JsonCreator
        Done {
            note = Bodies.optional("/note", note, Bodies.TEXT);
        }
    }

    private Future<?> list(RoutingContext ctx) {
        return playbooks.list(ctx.queryParams().get("type")).map(all -> Map.of("procedures", all));
    }

    private Future<Optional<ProcedureView>> put(RoutingContext ctx) {
        String name = name(ctx);
        int version = version(ctx);
        return PROCEDURE
                .read(vertx, ctx.request())
                .compose(body -> playbooks.put(Calls.caller(ctx), name, body.procedure(), version));
    }

    private void delete(RoutingContext ctx) {
        playbooks
                .put(Calls.caller(ctx), name(ctx), null, version(ctx))
                .onSuccess(gone -> Calls.done(ctx))
                .onFailure(ctx::fail);
    }

    private Future<?> start(RoutingContext ctx) {
        String name = name(ctx);
        return once.make(
                        ctx,
                        START,
                        (body, key) -> playbooks.start(Calls.caller(ctx), name, body.ticket(), body.alert(), key),
                        started -> playbooks.run(Calls.caller(ctx), started))
                .map(Calls::found);
    }

    private Future<?> runs(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Long ticket = query.contains("ticket") ? Long.valueOf(FilterParams.integer(query, "ticket", 0)) : null;
        return playbooks
                .runs(Calls.caller(ctx), ticket, "true".equals(query.get("open")))
                .map(found -> Map.of("runs", found));
    }

    private Future<RunView> run(RoutingContext ctx) {
        return playbooks.run(Calls.caller(ctx), Calls.id(ctx)).map(Calls::found);
    }

    private Future<RunView> done(RoutingContext ctx) {
        long id = Calls.id(ctx);
        long step = Calls.id(ctx, "step");
        if (step > Integer.MAX_VALUE) throw ProblemException.of(ProblemType.NOT_FOUND);
        return DONE.read(vertx, ctx.request())
                .compose(body -> playbooks.done(Calls.caller(ctx), id, (int) step, body.note()))
                .map(Calls::found);
    }

    private static String name(RoutingContext ctx) {
        String name = ctx.pathParam("name");
        if (!NAME.matcher(name).matches()) throw ProblemException.of(ProblemType.NOT_FOUND);
        return name;
    }

    /** What nobody has changed yet has version 0. */
    private static int version(RoutingContext ctx) {
        Integer version = ETags.version(ctx.request());
        if (version == null) throw ProblemException.of(ProblemType.VERSION_NEEDED);
        return version;
    }

    private static void shown(RoutingContext ctx, Future<Optional<ProcedureView>> answer) {
        Calls.versioned(ctx, 200, answer.map(Calls::found), ProcedureView::version);
    }
}
