package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.Handling;
import huisheng.store.AlertQuery;
import huisheng.store.AlertTable;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows alerts and lets people handle them. */
public final class AlertDesk implements Alerts {
    private final AlertTable table;
    private final Clock clock;

    public AlertDesk(AlertTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Future<List<AlertView>> list(Principal caller, AlertQuery query) {
        return table.list(caller.scope(), query)
                .map(found ->
                        found.stream().map(alert -> AlertView.of(alert, null)).toList());
    }

    @Override
    public Future<Optional<AlertView>> find(Principal caller, long id) {
        return table.find(caller.scope(), id).compose(this::shown);
    }

    @Override
    public Future<Optional<AlertView>> acknowledge(Principal caller, long id, @Nullable String comment) {
        return change(caller, id, handling(caller, comment)::acknowledge);
    }

    @Override
    public Future<Optional<AlertView>> close(Principal caller, long id, @Nullable String comment) {
        return change(caller, id, handling(caller, comment)::close);
    }

    @Override
    public Future<Optional<AlertView>> mute(Principal caller, long id, Instant until, @Nullable String comment) {
        Handling handling = handling(caller, comment);
        return table.mute(caller.scope(), id, until, caller.name(), open(alert -> handling.mute(alert, until)))
                .compose(this::shown);
    }

    private Handling handling(Principal caller, @Nullable String comment) {
        return new Handling(caller.name(), comment, clock.instant());
    }

    private Future<Optional<AlertView>> change(
            Principal caller, long id, Function<StoredAlert, Optional<AlertWrite>> change) {
        return table.change(caller.scope(), id, open(change)).compose(this::shown);
    }

    private static Function<StoredAlert, Optional<AlertWrite>> open(
            Function<StoredAlert, Optional<AlertWrite>> change) {
        return alert -> {
            if (alert.isClosed()) throw ProblemException.of(ProblemType.CONFLICT);
            return change.apply(alert);
        };
    }

    private Future<Optional<AlertView>> shown(Optional<StoredAlert> found) {
        if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
        return table.log(found.get().id()).map(log -> Optional.of(AlertView.of(found.get(), log)));
    }
}
