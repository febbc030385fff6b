package huisheng.http;

import huisheng.access.Principal;
import huisheng.index.Stop;
import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What the handlers of all resources share. */
final class Calls {
    static final String REQUEST_ID = "requestId";
    private static final String PRINCIPAL = "principal";
    private static final String KEY_HASH = "keyHash";

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

    static void identify(RoutingContext ctx, Principal principal, String keyHash) {
        ctx.put(PRINCIPAL, principal);
        ctx.put(KEY_HASH, keyHash);
    }

    /** Hash of the key that the caller showed, to ask later whether it still holds. */
    static String keyHash(RoutingContext ctx) {
        String hash = ctx.get(KEY_HASH);
        if (hash == null) throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        return hash;
    }

    /** @throws ProblemException where the route asks for no key */
    static Principal caller(RoutingContext ctx) {
        Principal principal = ctx.get(PRINCIPAL);
        if (principal == null) throw ProblemException.of(ProblemType.UNAUTHENTICATED);
        return principal;
    }

    /** A handler that answers with the value as JSON, or fails the call. */
    static Handler<RoutingContext> answer(Function<RoutingContext, ? extends Future<?>> question) {
        return answer(200, question);
    }

    static Handler<RoutingContext> answer(int status, Function<RoutingContext, ? extends Future<?>> question) {
        return ctx ->
                question.apply(ctx).onSuccess(value -> json(ctx, status, value)).onFailure(ctx::fail);
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
                        ctx.response()
                                .setStatusCode(304)
                                .end()
                                .onFailure(e -> ctx.response().reset());
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
            Buffer body = Buffer.buffer(Json.write(value));
            ctx.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
                    .end(body)
                    .onFailure(e -> ctx.response().reset());
        } catch (RuntimeException e) {
            ctx.fail(e);
        }
    }

    /** The value, or a problem that says there is none. */
    static <T> T found(java.util.Optional<T> value) {
        return value.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
    }
}
