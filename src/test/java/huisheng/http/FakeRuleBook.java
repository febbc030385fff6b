package huisheng.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.access.Principal;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.ShippedRules;
import huisheng.json.Json;
import huisheng.store.RuleMute;
import huisheng.store.StoredRule;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules in memory; the first one is shipped. */
final class FakeRuleBook implements RuleBook {
    private final Map<Long, StoredRule> kept = new TreeMap<>();
    private long last;

    FakeRuleBook() {
        keep(++last, "danger", 1, ShippedRules.all().get("danger"));
    }

    @CanIgnoreReturnValue
    private RuleView keep(long id, @Nullable String code, int version, @Nullable Rule rule) {
        String body = Json.write(java.util.Objects.requireNonNull(rule));
        return keep(new StoredRule(id, code, version, body, Instant.EPOCH, "x", null));
    }

    private RuleView keep(StoredRule stored) {
        kept.put(stored.id(), stored);
        return RuleView.of(stored);
    }

    @Override
    public Future<List<RuleView>> list(Principal caller) {
        return Future.succeededFuture(kept.values().stream().map(RuleView::of).toList());
    }

    @Override
    public Future<Optional<RuleView>> find(Principal caller, long id) {
        return Future.succeededFuture(Optional.ofNullable(kept.get(id)).map(RuleView::of));
    }

    @Override
    public Future<RuleView> add(Principal caller, Rule rule) {
        return Future.succeededFuture(keep(++last, null, 1, rule));
    }

    @Override
    public Future<Optional<RuleView>> put(Principal caller, long id, Rule rule, @Nullable Integer expected) {
        StoredRule old = kept.get(id);
        if (old == null) return Future.succeededFuture(Optional.empty());
        if (expected != null && expected != old.version()) {
            return Future.failedFuture(ProblemException.of(ProblemType.CONFLICT));
        }
        return Future.succeededFuture(Optional.of(keep(id, old.code(), old.version() + 1, rule)));
    }

    @Override
    public Future<Boolean> delete(Principal caller, long id) {
        return Future.succeededFuture(kept.remove(id) != null);
    }

    @Override
    public Future<Optional<RuleView>> reset(Principal caller, long id) {
        StoredRule old = kept.get(id);
        if (old == null) return Future.succeededFuture(Optional.empty());
        if (old.code() == null) return Future.failedFuture(ProblemException.of(ProblemType.NOT_SHIPPED));
        Rule shipped = ShippedRules.all().get(old.code());
        return Future.succeededFuture(Optional.of(keep(id, old.code(), old.version() + 1, shipped)));
    }

    @Override
    public Future<Optional<RuleView>> mute(Principal caller, long id, Instant until) {
        StoredRule old = kept.get(id);
        if (old == null) return Future.succeededFuture(Optional.empty());
        RuleMute mute = until.isAfter(FakeAlertDesk.NOW) ? new RuleMute(until, caller.name()) : null;
        return Future.succeededFuture(Optional.of(keep(
                new StoredRule(id, old.code(), old.version(), old.body(), old.updatedAt(), old.updatedBy(), mute))));
    }
}
