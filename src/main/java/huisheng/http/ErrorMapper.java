package huisheng.http;

import huisheng.access.user.Passwords;
import huisheng.index.QueryException;
import huisheng.index.Stopped;
import huisheng.json.Json;
import huisheng.review.Fault;
import huisheng.store.Outage;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem document; the one place that does. */
final class ErrorMapper {
    static final int RETRY_SECONDS = 5;
    /** The member of a problem that says after how many seconds to try again. */
    static final String RETRY_AFTER = "retryAfter";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    private final Vertx vertx;

    ErrorMapper(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Answers a failed call. */
    void handle(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        if (response.ended() || response.closed()) return;
        if (response.headWritten()) {
            // the answer is half told: only a cut connection says so
            LOG.warn("request {} failed while answering", Calls.requestId(ctx), ctx.failure());
            ctx.request().connection().close().onFailure(gone -> LOG.debug("gone"));
            return;
        }
        Problem problem = problem(ctx, refusal(ctx.failure(), ctx.statusCode()), ctx.failure());
        head(ctx, problem);
        Calls.record(ctx).onSuccess(done -> send(ctx, problem)).onFailure(e -> {
            Problem silence = problem(ctx, ProblemException.of(ProblemType.UNAVAILABLE), e);
            head(ctx, silence);
            send(ctx, silence);
        });
    }

    private void send(RoutingContext ctx, Problem problem) {
        if (ctx.response().closed()) return;
        ctx.response().end(Json.write(problem)).onComplete(sent -> Leftovers.discard(vertx, ctx.request()));
    }

    Problem problem(RoutingContext ctx, ProblemException refusal, @Nullable Throwable cause) {
        if (refusal.type() == ProblemType.UNAVAILABLE) {
            LOG.warn("request {} could not be answered now: {}", Calls.requestId(ctx), String.valueOf(cause));
        } else if (refusal.type().status >= 500) {
            LOG.error("request {} failed", Calls.requestId(ctx), cause);
        }
        return Problem.of(refusal, Messages.of(ctx.request()), ctx.request().path(), Calls.requestId(ctx));
    }

    void head(RoutingContext ctx, Problem problem) {
        HttpServerResponse response = ctx.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(
                        HttpHeaders.CONTENT_LANGUAGE, Messages.of(ctx.request()).language());
        if (problem.status() == 401) response.putHeader("WWW-Authenticate", "Bearer");
        if (problem.status() == 429 || problem.status() == 503) {
            Object seconds = problem.members().getOrDefault(RETRY_AFTER, RETRY_SECONDS);
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }

    /** Answers bytes that are not even a request; there is no routing then. */
    static void invalid(HttpServerRequest request) {
        Problem problem = new Problem(
                "urn:huisheng:problem:bad-request",
                "请求无法理解 / The request cannot be understood",
                400,
                "不是合法的 HTTP 请求。 / This is no well-formed HTTP request.",
                "",
                "-",
                Map.of());
        request.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Json.write(problem))
                .onComplete(sent -> request.connection().close());
    }

    static ProblemException refusal(@Nullable Throwable cause, int status) {
        return switch (cause) {
            case ProblemException refusal -> refusal;
            case QueryException e ->
                ProblemException.of(ProblemType.BAD_QUERY, e.position(), e).with("position", e.position());
            case Passwords.Crowded e ->
                ProblemException.of(ProblemType.TOO_MANY_LOGINS, RETRY_SECONDS).with(RETRY_AFTER, RETRY_SECONDS);
            case Stopped e -> ProblemException.of(ProblemType.GIVEN_UP);
            case Fault e -> ProblemException.of(ProblemType.BAD_VALUE, e);
            case HttpException e -> ProblemException.of(ProblemType.of(e.getStatusCode()), "", "");
            case HttpClosedException e -> ProblemException.of(ProblemType.BAD_REQUEST);
            case IllegalArgumentException e ->
                ProblemException.of(ProblemType.BAD_VALUE, String.valueOf(e.getMessage()));
            case null -> ProblemException.of(ProblemType.of(status), "", "");
            default -> ProblemException.of(Outage.is(cause) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL);
        };
    }
}
