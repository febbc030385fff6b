package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.Keyring;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** API keys: an administrator makes, lists and revokes them. */
final class KeyRoutes {
    private final JsonBody<KeyRequest> body = new JsonBody<>(KeyRequest.class);
    private final Vertx vertx;
    private final Keyring keyring;
    private final ApiKeys keys;

    KeyRoutes(Vertx vertx, Keyring keyring, ApiKeys keys) {
        this.vertx = vertx;
        this.keyring = keyring;
        this.keys = keys;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post("/api/v1/keys", Right.ADMIN, Calls.answer(201, this::make)),
                Endpoint.get("/api/v1/keys", Right.ADMIN, Calls.answer(this::list)),
                Endpoint.delete("/api/v1/keys/{id}", Right.ADMIN, Calls.answer(this::revoke)));
    }

    /**
     * A key as it is told.
     *
     * @param key the secret, in the answer that made it and never again
     */
    record KeyAnswer(
            long id,
            String name,
            SortedSet<String> rights,
            Map<Dimension, SortedSet<String>> scope,
            Instant createdAt,
            @Nullable Instant revokedAt,
            @Nullable String key) {
        static KeyAnswer of(StoredKey stored, @Nullable String secret) {
            Map<Dimension, SortedSet<String>> scope = new EnumMap<>(Dimension.class);
            stored.scope().only().forEach((dimension, values) -> scope.put(dimension, new TreeSet<>(values)));
            return new KeyAnswer(
                    stored.id(),
                    stored.name(),
                    new TreeSet<>(stored.rights()),
                    scope,
                    stored.createdAt(),
                    stored.revokedAt(),
                    secret);
        }
    }

    private Future<?> make(RoutingContext ctx) {
        return body.read(vertx, ctx.request())
                .compose(request -> keyring.make(request.wanted()))
                .map(made -> made.orElseThrow(() -> ProblemException.of(ProblemType.TOO_MANY_KEYS)))
                .map(made -> KeyAnswer.of(made.key(), made.secret()));
    }

    private Future<?> list(RoutingContext ctx) {
        return keyring.list()
                .map(all -> Map.of(
                        "keys", all.stream().map(key -> KeyAnswer.of(key, null)).toList()));
    }

    private Future<?> revoke(RoutingContext ctx) {
        long id = Calls.id(ctx);
        // so one administrator's key is always left
        if (id == Calls.caller(ctx).id()) throw ProblemException.of(ProblemType.OWN_KEY);
        return keyring.revoke(id).map(Calls::found).map(hash -> {
            keys.forget(hash);
            return Map.of("id", id, "revoked", true);
        });
    }
}
