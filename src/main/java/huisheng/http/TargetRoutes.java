package huisheng.http;

import huisheng.access.Right;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Pattern;

/** Where notices go, and what became of each. */
final class TargetRoutes {
    private static final String ONE = "/api/v1/targets/{name}";
    private static final JsonBody<TargetRequest> BODY = new JsonBody<>(TargetRequest.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,59}");
    private static final int DEFAULT_LIMIT = 50;

    private final Vertx vertx;
    private final Targets targets;

    TargetRoutes(Vertx vertx, Targets targets) {
        this.vertx = vertx;
        this.targets = targets;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/targets", Right.ADMIN, Calls.answer(ctx -> targets.list())),
                Endpoint.get(
                        ONE,
                        Right.ADMIN,
                        Calls.answer(ctx -> targets.find(name(ctx)).map(Calls::found))),
                Endpoint.put(ONE, Right.ADMIN, Calls.answer(this::put)),
                Endpoint.delete(ONE, Right.ADMIN, this::delete),
                Endpoint.post(ONE + "/test", Right.ADMIN, Calls.answer(this::test)),
                Endpoint.get("/api/v1/deliveries", Right.ADMIN, Calls.answer(this::deliveries)),
                Endpoint.post("/api/v1/deliveries/{id}/resend", Right.ADMIN, Calls.answer(this::resend)));
    }

    private Future<?> put(RoutingContext ctx) {
        String name = ctx.pathParam("name");
        if (!NAME.matcher(name).matches()) throw ProblemException.parameter("name", "pattern");
        return BODY.read(vertx, ctx.request()).compose(body -> targets.put(Calls.caller(ctx), name, body));
    }

    private void delete(RoutingContext ctx) {
        targets.delete(name(ctx))
                .onSuccess(was -> {
                    if (was) Calls.done(ctx);
                    else ctx.fail(ProblemException.of(ProblemType.NOT_FOUND));
                })
                .onFailure(ctx::fail);
    }

    private Future<?> test(RoutingContext ctx) {
        ctx.request().resume();
        return targets.test(name(ctx)).map(Calls::found);
    }

    private Future<?> deliveries(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        int limit = FilterParams.integer(query, "limit", DEFAULT_LIMIT);
        return targets.deliveries(query.get("state"), query.get("cursor"), limit);
    }

    private Future<?> resend(RoutingContext ctx) {
        ctx.request().resume();
        return targets.resend(Calls.id(ctx)).map(Calls::found);
    }

    /** A name that none can have is one that none has. */
    private static String name(RoutingContext ctx) {
        String name = ctx.pathParam("name");
        if (!NAME.matcher(name).matches()) throw ProblemException.of(ProblemType.NOT_FOUND);
        return name;
    }
}
