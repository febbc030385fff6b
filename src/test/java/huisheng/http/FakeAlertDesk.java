package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.Handling;
import huisheng.review.Scope;
import huisheng.store.AlertQuery;
import huisheng.store.AlertState;
import huisheng.store.AlertTelling;
import huisheng.store.AlertWrite;
import huisheng.store.RaisedAlert;
import huisheng.store.StoredAlert;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Alerts in memory, handled by the rules of the real ones. */
final class FakeAlertDesk implements Alerts {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String BODY = """
            {"rule":{"zh":"危险","en":"Danger"},"kind":"immediate","title":{"zh":"危险：A","en":"Danger: A"},
             "text":{"zh":"健康","en":"health"},"where":{"product":"A"},"n":1,"figures":{"rating":1},
             "evidence":[{"id":5,"start":0,"end":2}],"link":"/api/v1/reviews?product=A"}""";

    final Map<Long, StoredAlert> kept = new LinkedHashMap<>();

    void keep(long id, int level, Scope about) {
        kept.put(
                id,
                new StoredAlert(
                        new RaisedAlert(id, 1, "g" + id, level, about, NOW, NOW, NOW.plusSeconds(86_400)),
                        AlertState.OPEN,
                        NOW,
                        1,
                        AlertTelling.none(null).told(1, NOW),
                        null,
                        null,
                        BODY));
    }

    @Override
    public Future<List<AlertView>> list(Principal caller, AlertQuery query) {
        return Future.succeededFuture(kept.values().stream()
                .filter(alert -> caller.scope().covers(alert.about()))
                .filter(alert -> query.states().isEmpty() || query.states().contains(alert.state()))
                .filter(alert -> query.levels().isEmpty() || query.levels().contains(alert.level()))
                .filter(alert -> query.before() == null || alert.id() < query.before())
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .limit(query.limit())
                .map(alert -> AlertView.of(alert, null))
                .toList());
    }

    @Override
    public Future<Optional<AlertView>> find(Principal caller, long id) {
        return Future.succeededFuture(found(caller, id).map(alert -> AlertView.of(alert, List.of())));
    }

    private Optional<StoredAlert> found(Principal caller, long id) {
        return Optional.ofNullable(kept.get(id)).filter(alert -> caller.scope().covers(alert.about()));
    }

    @Override
    public Future<Optional<AlertView>> acknowledge(Principal caller, long id, @Nullable String comment) {
        return change(caller, id, alert -> new Handling(caller.name(), comment).acknowledge(NOW, alert, null));
    }

    @Override
    public Future<Optional<AlertView>> close(Principal caller, long id, @Nullable String comment) {
        return change(caller, id, alert -> new Handling(caller.name(), comment).close(NOW, alert));
    }

    @Override
    public Future<Optional<AlertView>> mute(Principal caller, long id, Instant until, @Nullable String comment) {
        Silence.check(until, NOW);
        return change(caller, id, alert -> new Handling(caller.name(), comment).mute(NOW, alert, until));
    }

    private Future<Optional<AlertView>> change(
            Principal caller, long id, Function<StoredAlert, Optional<AlertWrite>> change) {
        Optional<StoredAlert> found = found(caller, id);
        if (found.isPresent() && found.get().isClosed()) {
            return Future.failedFuture(ProblemException.of(ProblemType.CONFLICT));
        }
        found.flatMap(change).ifPresent(write -> kept.put(id, write.alert()));
        return find(caller, id);
    }
}
