package huisheng.http;

import huisheng.access.Admission;
import huisheng.access.Principal;
import huisheng.access.user.Session;
import huisheng.index.Stop;
import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the handlers of all resources share. */
final class Calls {
    static final String REQUEST_ID = "requestId";
    private static final String ADMISSION = "admission";
    private static final String SESSION = "session";
    private static final String RECORD = "record";
    private static final String JSON = "application/json; charset=utf-8";
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** Beyond it an answer is given up. */
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(30);

    private Calls() {}

    /** Wanted once the caller has gone, or has waited too long. */
    static Stop stop(RoutingContext ctx) {
        AtomicBoolean gone = new AtomicBoolean();
        ctx.response().closeHandler(closed -> gone.set(true));
        long start = System.nanoTime();
        return () -> gone.get() || System.nanoTime() - start > MAX_NANOS;
    }

    static String requestId(RoutingContext ctx) {
        String id = ctx.get(REQUEST_ID);
        return id == null ? "-" : id;
    }

    static void identify(RoutingContext ctx, Admission admission) {
        ctx.put(ADMISSION, admission);
    }

    static void keepSession(RoutingContext ctx, Session session) {
        ctx.put(SESSION, session);
    }

    /** The session by which the caller is known; null where it is by a key or a token. */
    static @Nullable Session sessionOrNull(RoutingContext ctx) {
        return ctx.get(SESSION);
    }

    /** To ask later whether what the caller showed still holds. */
    static Supplier<Future<Boolean>> stillHolds(RoutingContext ctx) {
        return admission(ctx).stillHolds();
    }

    private static Admission admission(RoutingContext ctx) {
        Admission admission = ctx.get(ADMISSION);
        if (admission == null) throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        return admission;
    }

    static @Nullable Principal callerOrNull(RoutingContext ctx) {
        Admission admission = ctx.get(ADMISSION);
        return admission == null ? null : admission.principal();
    }

    /** @throws ProblemException where the route asks for no key */
    static Principal caller(RoutingContext ctx) {
        return admission(ctx).principal();
    }

    /** What must be written before the answer leaves. */
    static void toRecord(RoutingContext ctx, Supplier<Future<Void>> writing) {
        ctx.put(RECORD, writing);
    }

    /** Puts the call on record, once, where its endpoint wants that; fails where it cannot be. */
    static Future<Void> record(RoutingContext ctx) {
        Supplier<Future<Void>> writing = ctx.remove(RECORD);
        return writing == null ? Future.succeededFuture() : writing.get();
    }

    /**
     * Answers, once the call is on record where it has to be. Whatever leaves passes here, with its status set; what
     * cannot be put on record is not told.
     */
    static void leave(RoutingContext ctx, Runnable answer) {
        record(ctx)
                .onSuccess(done -> {
                    try {
                        answer.run();
                    } catch (RuntimeException e) {
                        ctx.fail(e);
                    }
                })
                .onFailure(e -> {
                    LOG.error("request {} could not be put on record", requestId(ctx), e);
                    ctx.fail(ProblemException.of(ProblemType.UNAVAILABLE));
                });
    }

    /** Answers with these bytes. */
    static void send(RoutingContext ctx, String type, Buffer body) {
        if (ctx.response().closed()) return;
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, type);
        end(ctx, body);
    }

    private static void end(RoutingContext ctx, Buffer body) {
        leave(
                ctx,
                () -> ctx.response().end(body).onFailure(gone -> ctx.response().reset()));
    }

    /** Answers that it is done, and no more. */
    static void done(RoutingContext ctx) {
        if (ctx.response().closed()) return;
        ctx.response().setStatusCode(204);
        leave(ctx, () -> ctx.response().end().onFailure(gone -> ctx.response().reset()));
    }

    /** A handler that answers with the value as JSON, or fails the call. */
    static Handler<RoutingContext> answer(Function<RoutingContext, ? extends Future<?>> question) {
        return answer(200, question);
    }

    static Handler<RoutingContext> answer(int status, Function<RoutingContext, ? extends Future<?>> question) {
        return ctx ->
                question.apply(ctx).onSuccess(value -> json(ctx, status, value)).onFailure(ctx::fail);
    }

    /**
     * The same where the answer may take longer than a silent connection lives: blanks, which JSON allows before it, keep
     * it open.
     */
    static Handler<RoutingContext> patient(
            Vertx vertx, long blankMs, Function<RoutingContext, ? extends Future<?>> question) {
        return ctx -> {
            long timer = vertx.setPeriodic(blankMs, tick -> blank(ctx));
            // a question that throws must not leave the timer behind
            Future.succeededFuture()
                    .compose(asked -> question.apply(ctx).map(value -> (Object) value))
                    .onComplete(done -> vertx.cancelTimer(timer))
                    .onSuccess(value -> {
                        if (!ctx.response().headWritten()) json(ctx, 200, value);
                        else end(ctx, Buffer.buffer(Json.write(value)));
                    })
                    .onFailure(ctx::fail);
        };
    }

    private static void blank(RoutingContext ctx) {
        HttpServerResponse response = ctx.response();
        if (response.closed() || response.ended()) return;
        if (!response.headWritten()) response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        response.write(" ").onFailure(gone -> LOG.debug("request {} has gone", requestId(ctx)));
    }

    /** The number in the path. @throws ProblemException where it is none, so that nothing can be there */
    static long id(RoutingContext ctx) {
        return id(ctx, "id");
    }

    static long id(RoutingContext ctx, String parameter) {
        try {
            return Long.parseLong(ctx.pathParam(parameter));
        } catch (NumberFormatException e) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    /** The same with a strong ETag over the answer's bytes; who shows it again is told that nothing changed. */
    static Handler<RoutingContext> tagged(Function<RoutingContext, ? extends Future<?>> question) {
        return ctx -> question.apply(ctx)
                .onSuccess(value -> {
                    if (ctx.response().closed()) return;
                    String tag = ETags.of(Json.write(value));
                    ctx.response().putHeader(HttpHeaders.ETAG, tag);
                    if (ETags.matches(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
                        ctx.response().setStatusCode(304);
                        leave(
                                ctx,
                                () -> ctx.response()
                                        .end()
                                        .onFailure(e -> ctx.response().reset()));
                    } else {
                        json(ctx, 200, value);
                    }
                })
                .onFailure(ctx::fail);
    }

    /** Answers with the value and, as its ETag, the version to be named by who changes it. */
    static <T> void versioned(RoutingContext ctx, int status, Future<T> answer, ToIntFunction<T> version) {
        answer.onSuccess(value -> {
                    if (ctx.response().closed()) return;
                    ctx.response().putHeader(HttpHeaders.ETAG, ETags.of(version.applyAsInt(value)));
                    json(ctx, status, value);
                })
                .onFailure(ctx::fail);
    }

    static void json(RoutingContext ctx, int status, Object value) {
        if (ctx.response().closed() || ctx.response().ended()) return;
        try {
            ctx.response().setStatusCode(status);
            send(ctx, JSON, Buffer.buffer(Json.write(value)));
        } catch (RuntimeException e) {
            ctx.fail(e);
        }
    }

    /** The value, or a problem that says there is none. */
    static <T> T found(java.util.Optional<T> value) {
        return value.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
