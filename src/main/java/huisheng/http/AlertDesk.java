package huisheng.http;

import huisheng.access.Principal;
import huisheng.alert.Handling;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleReader;
import huisheng.privacy.Masker;
import huisheng.store.AlertQuery;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Shows alerts and lets people handle them; what they write is masked. */
public final class AlertDesk implements Alerts {
    private final AlertTable table;
    private final AlertRuleTable rules;
    private final Masker masker = new Masker();

    public AlertDesk(AlertTable table, AlertRuleTable rules) {
        this.table = table;
        this.rules = rules;
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
        Handling handling = handling(caller, comment);
        return table.find(caller.scope(), id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            return rule(found.get())
                    .compose(rule ->
                            change(caller, id, (now, alert) -> handling.acknowledge(now, alert, rule.orElse(null))));
        });
    }

    private Future<Optional<Rule>> rule(StoredAlert alert) {
        return rules.find(alert.rule()).map(found -> found.map(RuleReader::read));
    }

    @Override
    public Future<Optional<AlertView>> close(Principal caller, long id, @Nullable String comment) {
        return change(caller, id, handling(caller, comment)::close);
    }

    @Override
    public Future<Optional<AlertView>> mute(Principal caller, long id, Instant until, @Nullable String comment) {
        Handling handling = handling(caller, comment);
        BiFunction<Instant, StoredAlert, Optional<AlertWrite>> mute = (now, alert) -> {
            Silence.check(until, now);
            return handling.mute(now, alert, until);
        };
        return table.mute(caller.scope(), id, until, caller.name(), open(mute)).compose(this::shown);
    }

    private Handling handling(Principal caller, @Nullable String comment) {
        return new Handling(
                caller.name(), comment == null ? null : masker.mask(comment).text());
    }

    private Future<Optional<AlertView>> change(
            Principal caller, long id, BiFunction<Instant, StoredAlert, Optional<AlertWrite>> change) {
        return table.change(caller.scope(), id, open(change)).compose(this::shown);
    }

    private static BiFunction<Instant, StoredAlert, Optional<AlertWrite>> open(
            BiFunction<Instant, StoredAlert, Optional<AlertWrite>> change) {
        return (now, alert) -> {
            if (alert.isClosed()) throw ProblemException.of(ProblemType.CONFLICT);
            return change.apply(now, alert);
        };
    }

    private Future<Optional<AlertView>> shown(Optional<StoredAlert> found) {
        if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
        return table.log(found.get().id()).map(log -> Optional.of(AlertView.of(found.get(), log)));
    }
}
