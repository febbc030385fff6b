package huisheng.ingest;

import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleIndex;
import huisheng.alert.rule.RuleReader;
import huisheng.alert.rule.ShippedRules;
import huisheng.alert.rule.Watched;
import huisheng.json.Json;
import huisheng.store.AlertRuleTable;
import huisheng.store.StoredRule;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The rules that are on, as they were read last: again when one is changed, and now and then. Safe from any thread. */
public final class AlertRules {
    private static final Duration OLD = Duration.ofSeconds(10);

    private final AlertRuleTable table;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Active active;

    /** @param readAt in nanoseconds of the machine's own clock */
    private record Active(RuleIndex index, Known known, long readAt) {}

    /**
     * By number.
     *
     * @param unreadable that a later version of the service wrote; not gone, nor off for all that is known
     */
    record Known(Map<Long, Rule> on, Set<Long> unreadable) {}

    public AlertRules(AlertRuleTable table) {
        this.table = table;
    }

    /** Puts the shipped rules where they have never been. */
    public Future<Void> ship() {
        Map<String, AlertRuleTable.NewRule> shipped = new LinkedHashMap<>();
        ShippedRules.all().forEach((code, rule) -> {
            boolean watched = rule.isOn() && rule.when() instanceof Watched;
            shipped.put(code, new AlertRuleTable.NewRule(Json.write(rule), watched ? Instant.EPOCH : null));
        });
        return table.ship(shipped);
    }

    /** To be called when a rule was changed. */
    public void changed() {
        changes.incrementAndGet();
        active = null;
    }

    /** About single reviews. */
    Future<RuleIndex> index() {
        return current().map(Active::index);
    }

    Future<Known> known() {
        return current().map(Active::known);
    }

    private Future<Active> current() {
        Active known = active;
        boolean fresh = known != null && System.nanoTime() - known.readAt < OLD.toNanos();
        if (known != null && fresh) return Future.succeededFuture(known);
        long before = changes.get();
        return table.list().map(stored -> {
            Active read = read(stored);
            // what was changed while it was read may not be in it
            if (changes.get() == before) active = read;
            return read;
        });
    }

    private static Active read(List<StoredRule> stored) {
        List<ActiveRule> rules = new ArrayList<>();
        Map<Long, Rule> on = new HashMap<>();
        Set<Long> unreadable = new HashSet<>();
        for (StoredRule one : stored) {
            Rule rule = RuleReader.read(one);
            if (rule == null) unreadable.add(one.id());
            if (rule == null || !rule.isOn()) continue;
            rules.add(new ActiveRule(one.id(), rule));
            on.put(one.id(), rule);
        }
        Known known = new Known(Map.copyOf(on), Set.copyOf(unreadable));
        return new Active(RuleIndex.of(rules), known, System.nanoTime());
    }
}
