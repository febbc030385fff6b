package huisheng.http;

import huisheng.access.Right;
import huisheng.index.ReviewSearch;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Labelled;
import huisheng.review.Selection;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reviews in, and reviews found. */
final class ReviewRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final List<String> LINES =
            List.of("application/x-ndjson", "application/ndjson", "application/jsonl");
    private static final String JSON = "application/json";

    private final Vertx vertx;
    private final Intake intake;
    private final Reads reads;
    private final IntakeLimits limits;
    private final ErrorMapper errors;

    ReviewRoutes(Vertx vertx, Intake intake, Reads reads, IntakeLimits limits, ErrorMapper errors) {
        this.vertx = vertx;
        this.intake = intake;
        this.reads = reads;
        this.limits = limits;
        this.errors = errors;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/v1/reviews", Right.PUSH, this::push),
                Endpoint.get("/api/v1/reviews", Right.READ, Calls.answer(this::search)),
                Endpoint.get("/api/v1/reviews/{id}", Right.READ, Calls.answer(this::review)));
    }

    static ProblemException overloaded() {
        return ProblemException.of(ProblemType.OVERLOADED, ErrorMapper.RETRY_SECONDS);
    }

    private Future<?> search(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        Filter filter = FilterParams.filter(query);
        String order = query.get("order");
        ReviewSearch.Order sorted = order != null
                ? Labelled.of(ReviewSearch.Order.class, order)
                : filter.query().isEmpty() ? ReviewSearch.Order.NEWEST : ReviewSearch.Order.RELEVANCE;
        List<Dimension> facets = FilterParams.dimensions(query, "facets");
        Selection selection = new Selection(Calls.caller(ctx).scope(), filter);
        return reads.search(new ReviewSearch(
                selection, sorted, FilterParams.integer(query, "limit", DEFAULT_LIMIT), query.get("cursor"), facets));
    }

    private Future<?> review(RoutingContext ctx) {
        long id;
        try {
            id = Long.parseLong(ctx.pathParam("id"));
        } catch (NumberFormatException e) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
        return reads.review(Calls.caller(ctx).scope(), id).map(Calls::found);
    }

    private void push(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Frames frames = frames(request);
        BodySource source = source(request);
        checkLength(request);
        checkIdempotencyKey(request);
        if (intake.overloaded()) throw overloaded();
        Messages messages = Messages.of(request);
        new PushCall(vertx, request, Calls.caller(ctx), intake, limits, messages, source, frames)
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
        throw unsupported("Content-Type", header, JSON + ", " + LINES.get(0));
    }

    private static BodySource source(HttpServerRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) return BodySource.plain();
        if (encoding.equalsIgnoreCase("gzip")) return BodySource.gzip();
        throw unsupported("Content-Encoding", encoding, "gzip, identity");
    }

    private static ProblemException unsupported(String header, @Nullable String value, String supported) {
        return ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, header + ": " + (value == null ? "" : value), supported);
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
