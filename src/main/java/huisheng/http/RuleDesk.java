package huisheng.http;

import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.alert.rule.Escalation;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleReader;
import huisheng.alert.rule.ShippedRules;
import huisheng.alert.rule.Watched;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.StoredRule;
import huisheng.store.TargetTable;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows the rules and lets administrators change them. */
public final class RuleDesk implements RuleBook {
    private final AlertRuleTable table;
    private final AlertTable alerts;
    private final TargetTable targets;
    private final Consumer<String> queries;

    /** @param queries checks a text of the search language, and throws where it is none */
    public RuleDesk(AlertRuleTable table, AlertTable alerts, TargetTable targets, Consumer<String> queries) {
        this.table = table;
        this.alerts = alerts;
        this.targets = targets;
        this.queries = queries;
    }

    @Override
    public Future<List<RuleView>> list(Principal caller) {
        return table.list()
                .map(all -> all.stream()
                        .flatMap(stored -> readable(stored).stream())
                        .filter(rule -> isShown(caller, rule.rule()))
                        .map(rule -> told(caller, rule))
                        .toList());
    }

    @Override
    public Future<Optional<RuleView>> find(Principal caller, long id) {
        return table.find(id)
                .map(found -> found.flatMap(RuleDesk::readable)
                        .filter(rule -> isShown(caller, rule.rule()))
                        .map(rule -> told(caller, rule)));
    }

    /** What a later version of the service wrote is neither told nor changed, and keeps none of the others from being told. */
    private static Optional<RuleView> readable(StoredRule stored) {
        return Optional.ofNullable(RuleReader.read(stored)).map(rule -> RuleView.of(stored, rule));
    }

    /** A value, a word of a query, a rival: each may tell of what the caller must not see. */
    private static boolean isShown(Principal caller, Rule rule) {
        return rule.namesNothing()
                || caller.scope().covers(Scope.of(rule.filter().filter()));
    }

    private static RuleView told(Principal caller, RuleView rule) {
        return caller.may(Right.ADMIN) ? rule : rule.withoutTargets();
    }

    @Override
    public Future<RuleView> add(Principal caller, Rule rule) {
        AlertRuleTable.NewRule row = row(rule);
        return checkTargets(rule)
                .compose(there -> table.insert(row, caller.name()))
                .map(made -> made.orElseThrow(() -> ProblemException.of(ProblemType.TOO_MANY_RULES)))
                .map(RuleView::of);
    }

    @Override
    public Future<Optional<RuleView>> put(Principal caller, long id, Rule rule, @Nullable Integer expected) {
        return table.find(id)
                .compose(found -> found.flatMap(RuleDesk::readable).isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : replace(caller, id, rule, expected));
    }

    private Future<Optional<RuleView>> replace(Principal caller, long id, Rule rule, @Nullable Integer expected) {
        AlertRuleTable.NewRule row = row(rule);
        return checkTargets(rule)
                .compose(there -> table.update(id, row, caller.name(), expected))
                .map(changed -> changed.orElseThrow(() -> ProblemException.of(ProblemType.CONFLICT)))
                .map(changed -> Optional.of(RuleView.of(changed)));
    }

    @Override
    public Future<Boolean> delete(Principal caller, long id) {
        return table.delete(id, caller.name());
    }

    @Override
    public Future<Optional<RuleView>> reset(Principal caller, long id) {
        return table.find(id).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            return replace(caller, id, shipped(found.get()), null);
        });
    }

    private static Rule shipped(StoredRule stored) {
        String code = stored.code();
        Rule rule = code == null ? null : ShippedRules.all().get(code);
        if (rule == null) throw ProblemException.of(ProblemType.NOT_SHIPPED);
        return rule;
    }

    @Override
    public Future<Optional<RuleView>> mute(Principal caller, long id, Instant until) {
        return table.find(id)
                .compose(found -> found.flatMap(RuleDesk::readable).isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : silence(caller, id, until).compose(muted -> table.find(id)))
                .map(muted -> muted.map(RuleView::of));
    }

    /** Whoever may see less than all is no administrator, so none silences what others are told of. */
    private Future<Void> silence(Principal caller, long id, Instant until) {
        return alerts.now().compose(now -> {
            Silence.check(until, now);
            return alerts.muteRule(id, until, caller.name());
        });
    }

    /** Fails for a target that is not there, as nobody would hear of what the rule finds. */
    private Future<Void> checkTargets(Rule rule) {
        Escalation escalation = rule.escalation();
        Set<String> later = escalation == null ? Set.of() : escalation.targets();
        Set<String> named = new TreeSet<>(rule.targets());
        named.addAll(later);
        if (named.isEmpty()) return Future.succeededFuture();
        return targets.known(named).compose(known -> {
            named.removeAll(known);
            if (named.isEmpty()) return Future.succeededFuture();
            String first = named.iterator().next();
            String pointer = rule.targets().contains(first) ? "/targets" : "/escalation/targets";
            return Future.failedFuture(ProblemException.value(pointer, "no-target", first));
        });
    }

    private AlertRuleTable.NewRule row(Rule rule) {
        queries.accept(rule.filter().query());
        boolean watched = rule.isOn() && rule.when() instanceof Watched;
        return new AlertRuleTable.NewRule(Json.write(rule), watched ? Instant.EPOCH : null);
    }
}
