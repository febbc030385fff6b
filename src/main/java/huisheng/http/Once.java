package huisheng.http;

import huisheng.store.Made;
import huisheng.store.RequestKey;
import huisheng.store.RequestKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does what comes again under an Idempotency-Key once. What was made is told again as it stands now, with the rights of
 * now, so that no words of it are kept beside it. Safe from any thread.
 */
final class Once {
    private final Vertx vertx;
    private final RequestKeys known;

    Once(Vertx vertx, RequestKeys known) {
        this.vertx = vertx;
        this.known = known;
    }

    /**
     * @param make given the body and the key, to be kept in the same transaction; null where the call names none
     * @param again what was made, by its number
     */
    <B, T> Future<Optional<T>> make(
            RoutingContext ctx,
            JsonBody<B> type,
            BiFunction<B, @Nullable RequestKey, Future<Optional<T>>> make,
            LongFunction<Future<Optional<T>>> again) {
        Idempotency idempotency = Idempotency.of(ctx, "json");
        if (idempotency == null) return type.read(vertx, ctx.request()).compose(body -> make.apply(body, null));
        return type.read(vertx, ctx.request(), idempotency::note).compose(body -> {
            RequestKey key = new RequestKey(idempotency.key(), idempotency.fingerprint());
            return known.find(key.key())
                    .compose(made -> made.isPresent()
                            ? told(ctx, key, made.get(), again)
                            : make.apply(body, key).recover(failure -> beaten(ctx, key, again, failure)));
        });
    }

    /** Of two at once one fails, by the key or by what the other has made. */
    private <T> Future<Optional<T>> beaten(
            RoutingContext ctx, RequestKey key, LongFunction<Future<Optional<T>>> again, Throwable failure) {
        return known.find(key.key())
                .compose(made -> made.isPresent() ? told(ctx, key, made.get(), again) : Future.failedFuture(failure));
    }

    private static <T> Future<Optional<T>> told(
            RoutingContext ctx, RequestKey key, Made made, LongFunction<Future<Optional<T>>> again) {
        if (!made.request().equals(key.request())) {
            return Future.failedFuture(ProblemException.of(ProblemType.KEY_REUSED));
        }
        ctx.response().putHeader(Idempotency.REPLAYED, "true");
        return again.apply(made.id());
    }
}
