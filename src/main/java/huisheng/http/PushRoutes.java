package huisheng.http;

import huisheng.access.Right;
import huisheng.channel.Connector;
import huisheng.channel.Connectors;
import huisheng.ingest.Delivery;
import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reviews in: in our own form, or as a channel tells them. */
final class PushRoutes {
    private static final List<String> LINES =
            List.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final String JSON = "application/json";

    private final Vertx vertx;
    private final Intake intake;
    private final IntakeLimits limits;
    private final ErrorMapper errors;

    PushRoutes(Vertx vertx, Intake intake, IntakeLimits limits, ErrorMapper errors) {
        this.vertx = vertx;
        this.intake = intake;
        this.limits = limits;
        this.errors = errors;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/v1/reviews", Right.PUSH, this::push),
                Endpoint.post("/api/v1/channels/{channel}/reviews", Right.PUSH, this::pushChannel),
                Endpoint.get("/api/v1/channels", Right.PUSH, Calls.answer(PushRoutes::channels)));
    }

    static ProblemException overloaded() {
        return ProblemException.of(ProblemType.OVERLOADED, ErrorMapper.RETRY_SECONDS);
    }

    private void push(RoutingContext ctx) {
        push(ctx, new Delivery(Connectors.CANONICAL, Map.of(), Calls.caller(ctx).scope()));
    }

    private void pushChannel(RoutingContext ctx) {
        String channel = ctx.pathParam("channel");
        Connector connector = Connectors.of(channel)
                .orElseThrow(
                        () -> ProblemException.parameter("channel", "enum", String.join(", ", Connectors.channels())));
        Map<String, String> defaults = new HashMap<>();
        for (String name : ctx.queryParams().names()) {
            String value = FilterParams.text(ctx.queryParams(), name);
            if (value.isBlank()) throw ProblemException.parameter(name, "empty");
            defaults.put(name, value);
        }
        push(ctx, new Delivery(connector, defaults, Calls.caller(ctx).scope()));
    }

    private static Future<?> channels(RoutingContext ctx) {
        return Future.succeededFuture(Map.of("channels", Connectors.channels()));
    }

    private void push(RoutingContext ctx, Delivery delivery) {
        HttpServerRequest request = ctx.request();
        Frames frames = frames(request);
        BodySource source = source(request);
        checkLength(request);
        checkIdempotencyKey(request);
        if (intake.overloaded()) throw overloaded();
        Messages messages = Messages.of(request);
        new PushCall(vertx, request, delivery, intake, limits, messages, source, frames)
                .run()
                .onSuccess(outcome -> answer(ctx, outcome));
    }

    private void answer(RoutingContext ctx, PushCall.Outcome outcome) {
        Throwable stopped = outcome.stopped();
        if (ctx.response().closed()) {
            outcome.log().discard();
            return;
        }
        String head = "{";
        if (stopped == null) {
            ctx.response().setStatusCode(202).putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
        } else {
            Problem problem = errors.problem(ctx, ErrorMapper.refusal(stopped, 500), stopped);
            errors.head(ctx, problem);
            String document = Json.write(problem);
            head = document.substring(0, document.length() - 1) + ",";
        }
        outcome.log()
                .send(ctx.response(), head)
                .onSuccess(sent -> Leftovers.discard(vertx, ctx.request()))
                .onFailure(ctx::fail);
    }

    private Frames frames(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (LINES.contains(type)) return Frames.lines(limits);
        if (JSON.equals(type)) return Frames.json(limits);
        throw JsonBody.unsupported("Content-Type", header, JSON + ", " + LINES.get(0));
    }

    private static BodySource source(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) return BodySource.plain();
        if (encoding.equalsIgnoreCase("gzip")) return BodySource.gzip();
        throw JsonBody.unsupported("Content-Encoding", encoding, "gzip, identity");
    }

    private void checkLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) return;
        if (length.length() > 18 || Long.parseLong(length) > limits.bodyBytes()) {
            throw ProblemException.of(ProblemType.TOO_LARGE, limits.bodyBytes());
        }
    }

    /** The key needs no memory: an item is known by its channel and id, so a repeated push answers {@code duplicate}. */
    private static void checkIdempotencyKey(HttpServerRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null) return;
        if (key.isBlank() || key.length() > 255) throw ProblemException.parameter("Idempotency-Key", "long", 255);
        request.response().putHeader("Idempotency-Key", key);
    }
}
