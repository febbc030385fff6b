package huisheng.http;

import huisheng.access.Principal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps targets as they are asked for. Delivery 1 is dead, delivery 2 is not. */
final class FakeTargets implements Targets {
    final Map<String, TargetRequest> kept = new ConcurrentHashMap<>();

    @Override
    public Future<?> list() {
        return Future.succeededFuture(Map.of("targets", List.copyOf(kept.keySet())));
    }

    @Override
    public Future<? extends Optional<?>> find(String name) {
        return Future.succeededFuture(Optional.ofNullable(kept.get(name)).map(found -> Map.of("name", name)));
    }

    @Override
    public Future<?> put(Principal caller, String name, TargetRequest request) {
        var unused = request.reviews();
        var scope = request.about();
        kept.put(name, request);
        return Future.succeededFuture(Map.of("name", name, "scope", scope.only()));
    }

    @Override
    public Future<Boolean> delete(String name) {
        return Future.succeededFuture(kept.remove(name) != null);
    }

    @Override
    public Future<? extends Optional<?>> test(String name) {
        return Future.succeededFuture(Optional.ofNullable(kept.get(name)).map(found -> Map.of("outcome", "delivered")));
    }

    @Override
    public Future<?> deliveries(@Nullable String state, @Nullable String cursor, int limit) {
        return Future.succeededFuture(Map.of("deliveries", List.of(), "asked", String.valueOf(state) + limit));
    }

    @Override
    public Future<? extends Optional<?>> resend(long id) {
        if (id == 2) throw ProblemException.of(ProblemType.NOT_DEAD);
        return Future.succeededFuture(id == 1 ? Optional.of(Map.of("id", id, "state", "waiting")) : Optional.empty());
    }
}
