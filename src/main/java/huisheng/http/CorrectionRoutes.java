package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Labels put right by people: one review's, and all of them as a corpus to train on. */
final class CorrectionRoutes {
    private static final String ONE = "/api/v1/reviews/{id}/correction";
    private static final JsonBody<JsonNode> BODY = new JsonBody<>(JsonNode.class);
    private static final int DEFAULT_LIMIT = 200;

    private final Vertx vertx;
    private final Corrections corrections;

    CorrectionRoutes(Vertx vertx, Corrections corrections) {
        this.vertx = vertx;
        this.corrections = corrections;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.put(ONE, Right.CORRECT, Calls.answer(this::put)),
                Endpoint.get(ONE, Right.READ, Calls.answer(this::find)).auditing(Audited.VERBATIMS),
                Endpoint.delete(ONE, Right.CORRECT, this::delete),
                Endpoint.get("/api/v1/corrections", Right.READ, this::export).auditing(Audited.EXPORT));
    }

    private Future<?> put(RoutingContext ctx) {
        long id = Calls.id(ctx);
        return BODY.read(vertx, ctx.request()).compose(body -> corrections.put(Calls.caller(ctx), id, body));
    }

    private Future<?> find(RoutingContext ctx) {
        return corrections.find(Calls.caller(ctx), Calls.id(ctx)).map(Calls::found);
    }

    private void delete(RoutingContext ctx) {
        corrections
                .delete(Calls.caller(ctx), Calls.id(ctx))
                .onSuccess(was -> {
                    if (was) Calls.done(ctx);
                    else ctx.fail(ProblemException.of(ProblemType.NOT_FOUND));
                })
                .onFailure(ctx::fail);
    }

    private void export(RoutingContext ctx) {
        int limit = FilterParams.integer(ctx.queryParams(), "limit", DEFAULT_LIMIT);
        corrections
                .export(Calls.caller(ctx), ctx.queryParams().get("cursor"), limit)
                .onSuccess(page -> lines(ctx, page, limit))
                .onFailure(ctx::fail);
    }

    private static void lines(RoutingContext ctx, Corrections.Export page, int limit) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode row : page.rows()) lines.append(Json.write(row)).append('\n');
        String cursor = page.cursor();
        if (cursor != null) {
            String next = "/api/v1/corrections?limit=" + limit + "&cursor=" + cursor;
            ctx.response().putHeader("Link", "<" + next + ">; rel=\"next\"");
        }
        Calls.send(ctx, "application/x-ndjson; charset=utf-8", Buffer.buffer(lines.toString()));
    }
}
