package huisheng.http;

import huisheng.access.Right;
import huisheng.access.audit.Audited;
import huisheng.channel.Connector;
import huisheng.channel.Connectors;
import huisheng.ingest.Delivery;
import huisheng.json.Json;
import huisheng.store.KeptAnswer;
import huisheng.store.KeptAnswers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reviews in: in our own form, or as a channel tells them. */
final class PushRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(PushRoutes.class);
    private static final List<String> LINES =
            List.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final String JSON = "application/json";

    private final Vertx vertx;
    private final Intake intake;
    private final KeptAnswers kept;
    private final IntakeLimits limits;
    private final ErrorMapper errors;

    PushRoutes(Vertx vertx, Intake intake, KeptAnswers kept, IntakeLimits limits, ErrorMapper errors) {
        this.vertx = vertx;
        this.intake = intake;
        this.kept = kept;
        this.limits = limits;
        this.errors = errors;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/v1/reviews", Right.PUSH, this::push).auditing(Audited.NONE),
                Endpoint.post("/api/v1/channels/{channel}/reviews", Right.PUSH, this::pushChannel)
                        .auditing(Audited.NONE),
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
        checkLength(request);
        boolean lines = lines(request);
        BodySource source = source(request);
        Idempotency idempotency = Idempotency.of(ctx, lines ? "lines" : "json");
        Future<Ending> ending = idempotency == null
                ? first(ctx, delivery, lines, source, limits)
                : kept.find(idempotency.key())
                        .recover(e -> Future.failedFuture(unavailable(e)))
                        .compose(found -> found.isEmpty()
                                ? first(ctx, delivery, lines, source, idempotency)
                                : again(ctx, delivery, source, idempotency, found.get()));
        ending.onSuccess(end -> answer(ctx, end)).onFailure(ctx::fail);
    }

    /**
     * How a push ended.
     *
     * @param stopped what broke the body; null where all of it was read
     */
    private record Ending(ResultLog.Told told, @Nullable Throwable stopped) {}

    private Future<Ending> first(
            RoutingContext ctx, Delivery delivery, boolean lines, BodySource source, IntakeLimits within) {
        if (intake.overloaded()) return Future.failedFuture(overloaded());
        Frames frames = lines ? Frames.lines(within) : Frames.json(within);
        return run(ctx, delivery, source, frames, within);
    }

    private Future<Ending> run(
            RoutingContext ctx, Delivery delivery, BodySource source, Frames frames, IntakeLimits within) {
        HttpServerRequest request = ctx.request();
        return new PushCall(vertx, request, delivery, intake, within, Messages.of(request), source, frames)
                .run()
                .map(outcome -> new Ending(outcome.log().told(), outcome.stopped()));
    }

    /** Keeps the answer of a push that went through; where another was quicker with the same, its answer counts. */
    private Future<Ending> first(
            RoutingContext ctx, Delivery delivery, boolean lines, BodySource source, Idempotency idempotency) {
        return first(ctx, delivery, lines, idempotency.watch(source), limits.results(Idempotency.MAX_RESULTS))
                .compose(end -> end.stopped() != null ? Future.succeededFuture(end) : keep(idempotency, end));
    }

    private Future<Ending> keep(Idempotency idempotency, Ending end) {
        String fingerprint = idempotency.fingerprint();
        KeptAnswer mine =
                new KeptAnswer(fingerprint, end.told().counts(), end.told().results());
        return kept.keep(idempotency.key(), mine)
                .otherwise(failed -> {
                    // everything is committed, so it is answered; it only could not be told again
                    LOG.warn("an answer could not be kept", failed);
                    return mine;
                })
                .map(answer -> ending(Idempotency.checked(answer, fingerprint)));
    }

    /** Reads the body only to see that it is the same, and answers as before. */
    private Future<Ending> again(
            RoutingContext ctx, Delivery delivery, BodySource source, Idempotency idempotency, KeptAnswer answer) {
        return run(ctx, delivery, idempotency.watch(source), Frames.NONE, limits)
                .map(end -> {
                    if (end.stopped() != null) return end;
                    Ending before = ending(Idempotency.checked(answer, idempotency.fingerprint()));
                    ctx.response().putHeader(Idempotency.REPLAYED, "true");
                    return before;
                });
    }

    private static Ending ending(KeptAnswer answer) {
        return new Ending(new ResultLog.Told(answer.counts(), answer.results()), null);
    }

    private static Throwable unavailable(Throwable cause) {
        LOG.error("kept answers could not be asked", cause);
        return ProblemException.of(ProblemType.UNAVAILABLE);
    }

    private void answer(RoutingContext ctx, Ending end) {
        Throwable stopped = end.stopped();
        if (ctx.response().closed()) return;
        String head = "{";
        if (stopped == null) {
            ctx.response().setStatusCode(202).putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
        } else {
            Problem problem = errors.problem(ctx, ErrorMapper.refusal(stopped, 500), stopped);
            errors.head(ctx, problem);
            String document = Json.write(problem);
            head = document.substring(0, document.length() - 1) + ",";
        }
        end.told()
                .send(ctx.response(), head)
                .onSuccess(sent -> Leftovers.discard(vertx, ctx.request()))
                .onFailure(ctx::fail);
    }

    private static boolean lines(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (LINES.contains(type)) return true;
        if (JSON.equals(type)) return false;
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
}
