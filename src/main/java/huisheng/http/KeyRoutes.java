package huisheng.http;

import huisheng.access.ApiKeys;
import huisheng.access.Keyring;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.review.Dimension;
import huisheng.store.StoredKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** API keys: an administrator makes, lists and revokes them. */
final class KeyRoutes {
    private static final int OVERLAP_HOURS = 24;

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
                Endpoint.delete("/api/v1/keys/{id}", Right.ADMIN, Calls.answer(this::revoke)),
                Endpoint.post("/api/v1/keys/{id}/rotate", Right.ADMIN, Calls.answer(this::rotate)));
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
            @Nullable Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String key) {
        static KeyAnswer of(StoredKey stored, @Nullable String secret) {
            return new KeyAnswer(
                    stored.id(),
                    stored.name(),
                    new TreeSet<>(stored.rights()),
                    ScopeRequest.told(stored.scope()),
                    stored.createdAt(),
                    stored.revokedAt(),
                    stored.expiresAt(),
                    stored.usedAt(),
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
        if (new Principal.Id(Principal.Kind.KEY, id).equals(Calls.caller(ctx).unique())) {
            throw ProblemException.of(ProblemType.OWN_KEY);
        }
        return keyring.revoke(id).map(hashes -> {
            if (hashes.isEmpty()) throw ProblemException.of(ProblemType.NOT_FOUND);
            hashes.forEach(keys::forget);
            return Map.of("id", id, "revoked", true);
        });
    }

    private Future<?> rotate(RoutingContext ctx) {
        long id = Calls.id(ctx);
        Duration overlap = Duration.ofHours(FilterParams.integer(ctx.queryParams(), "overlapHours", OVERLAP_HOURS));
        ctx.request().resume();
        return keyring.rotate(id, overlap).map(Calls::found).map(made -> {
            // without an overlap the secret before is to open nothing from now on
            keys.forgetAll();
            return KeyAnswer.of(made.key(), made.secret());
        });
    }
}
