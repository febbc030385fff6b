package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Analysed reviews as they come, as server-sent events. */
final class StreamRoutes {
    private final Vertx vertx;
    private final Live live;
    private final int limit;

    StreamRoutes(Vertx vertx, Live live, int limit) {
        this.vertx = vertx;
        this.live = live;
        this.limit = limit;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/stream", Right.READ, this::stream).auditing(Audited.VERBATIMS),
                Endpoint.get("/stream", Right.READ, this::stream).auditing(Audited.VERBATIMS));
    }

    private void stream(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        Subscriber[] self = new Subscriber[1];
        Subscriber subscriber = new Subscriber(
                vertx, response, Calls.caller(ctx).scope(), Calls.stillHolds(ctx), () -> live.remove(self[0]));
        self[0] = subscriber;
        Calls.leave(ctx, () -> start(response, subscriber));
    }

    private void start(HttpServerResponse response, Subscriber subscriber) {
        if (!live.add(subscriber, limit)) throw ProblemException.of(ProblemType.UNAVAILABLE);
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> subscriber.stop());
        response.exceptionHandler(lost -> subscriber.stop());
        subscriber.start();
    }
}
