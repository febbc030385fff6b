package huisheng.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For those who run the service. None asks for a key: probes and scrapers carry none, and no answer tells of a review. */
final class OperationRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(OperationRoutes.class);

    private final Vertx vertx;
    private final Readiness readiness;
    private final Supplier<String> metrics;

    OperationRoutes(Vertx vertx, Readiness readiness, Supplier<String> metrics) {
        this.vertx = vertx;
        this.readiness = readiness;
        this.metrics = metrics;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health/live", null, ctx -> Calls.json(ctx, 200, Map.of("status", "up"))),
                Endpoint.get("/health/ready", null, this::ready),
                Endpoint.get("/metrics", null, this::scrape));
    }

    private void ready(RoutingContext ctx) {
        readiness
                .check()
                .recover(e -> {
                    LOG.warn("the readiness check failed", e);
                    return io.vertx.core.Future.succeededFuture(Map.of("check", false));
                })
                .onSuccess(parts -> {
                    boolean up = !parts.containsValue(false);
                    Calls.json(ctx, up ? 200 : 503, Map.of("status", up ? "up" : "down", "parts", parts));
                });
    }

    private void scrape(RoutingContext ctx) {
        vertx.executeBlocking(metrics::get, false)
                .onSuccess(text -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(ctx::fail);
    }
}
