package huisheng.ingest;

import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleIndex;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules that are on, as they were read last: again when one is changed, and now and then. Safe from any thread. */
public final class AlertRules {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRules.class);
    private static final Duration OLD = Duration.ofSeconds(10);

    private final AlertRuleTable table;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Active active;

    /** @param readAt in nanoseconds of the machine's own clock */
    private record Active(RuleIndex index, Map<Long, Rule> rules, long readAt) {}

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

    /** By number. */
    Future<Map<Long, Rule>> rules() {
        return current().map(Active::rules);
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
        Map<Long, Rule> byId = new HashMap<>();
        for (StoredRule one : stored) {
            Rule rule = rule(one);
            if (rule == null || !rule.isOn()) continue;
            rules.add(new ActiveRule(one.id(), rule));
            byId.put(one.id(), rule);
        }
        return new Active(RuleIndex.of(rules), Map.copyOf(byId), System.nanoTime());
    }

    /** Null where a later version of the service wrote what this one does not know. */
    static @Nullable Rule rule(StoredRule stored) {
        try {
            return Rule.read(stored.body());
        } catch (RuntimeException e) {
            LOG.warn("alert rule {} cannot be read and is off", stored.id(), e);
            return null;
        }
    }
}
