package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.Right;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Analysed reviews as they come, as server-sent events. */
final class StreamRoutes {
    private final Vertx vertx;
    private final Live live;
    private final ApiKeys keys;
    private final int limit;

    StreamRoutes(Vertx vertx, Live live, ApiKeys keys, int limit) {
        this.vertx = vertx;
        this.live = live;
        this.keys = keys;
        this.limit = limit;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/stream", Right.READ, this::stream),
                Endpoint.get("/stream", Right.READ, this::stream));
    }

    private void stream(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        Subscriber[] self = new Subscriber[1];
        String keyHash = Calls.keyHash(ctx);
        Subscriber subscriber = new Subscriber(
                vertx,
                response,
                Calls.caller(ctx).scope(),
                () -> keys.verifyHash(keyHash).map(Optional::isPresent),
                () -> live.remove(self[0]));
        self[0] = subscriber;
        if (!live.add(subscriber, limit)) throw ProblemException.of(ProblemType.UNAVAILABLE);
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> subscriber.stop());
        response.exceptionHandler(lost -> subscriber.stop());
        subscriber.start();
    }
}
