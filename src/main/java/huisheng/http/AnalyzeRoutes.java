package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Reads any sentence without keeping it. */
final class AnalyzeRoutes {
    private final JsonBody<TextQuestion> body = new JsonBody<>(TextQuestion.class);
    private final Vertx vertx;
    private final Reads reads;

    AnalyzeRoutes(Vertx vertx, Reads reads) {
        this.vertx = vertx;
        this.reads = reads;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/analyze", Right.READ, Calls.answer(this::analyze))
                .auditing(Audited.NONE));
    }

    private Future<?> analyze(RoutingContext ctx) {
        return body.read(vertx, ctx.request()).compose(reads::analyze);
    }
}
