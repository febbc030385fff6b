package huisheng.ingest;

import huisheng.alert.Candidate;
import huisheng.alert.DueAlerts;
import huisheng.alert.Raising;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.Watched;
import huisheng.alert.watch.Watch;
import huisheng.index.Stopped;
import huisheng.store.AlertFeed;
import huisheng.store.AlertRuleTable;
import huisheng.store.ClaimedRule;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the clock brings: rules about measures are evaluated when they are due, each by one process; alerts are told after
 * quiet hours, and to others where nobody acknowledged them. After a standstill every rule is evaluated once, about now.
 */
public final class AlertWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatcher.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST_DUE = 200;

    private final AlertRuleTable table;
    private final AlertFeed alerts;
    private final AlertRules rules;
    private final Watch watch;
    private final WorkerExecutor thread;
    private final Loop loop;
    private volatile boolean stopping;
    private volatile long nextTick = System.nanoTime();

    public AlertWatcher(Vertx vertx, AlertRuleTable table, AlertFeed alerts, AlertRules rules, Watch watch) {
        this.table = table;
        this.alerts = alerts;
        this.rules = rules;
        this.watch = watch;
        this.thread = vertx.createSharedWorkerExecutor("alert-watch", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "alert watcher", this::once);
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        nextTick = System.nanoTime();
        loop.wake();
    }

    /** Gives up the evaluation in hand, which is done anew by whoever comes next. */
    public Future<Void> stop() {
        stopping = true;
        return loop.stop().eventually(thread::close);
    }

    private Future<Boolean> once() {
        if (System.nanoTime() - nextTick < 0) return Future.succeededFuture(false);
        return alerts.now().compose(this::once);
    }

    private Future<Boolean> once(Instant now) {
        return tell().compose(told -> table.claim(now, now.plus(LEASE)).compose(claimed -> {
            if (claimed.isPresent()) return look(claimed.get(), now).map(true);
            if (told == 0) nextTick = System.nanoTime() + TICK.toNanos();
            return Future.succeededFuture(told > 0);
        }));
    }

    private Future<Integer> tell() {
        return rules.rules().compose(known -> alerts.due(MOST_DUE, new DueAlerts(known::get)::decide));
    }

    private Future<Void> look(ClaimedRule claimed, Instant now) {
        Rule rule = AlertRules.rule(claimed.rule());
        long id = claimed.rule().id();
        if (rule == null || !rule.isOn() || !(rule.when() instanceof Watched watched)) {
            return keep(claimed, now.plus(Watched.LEAST_EVERY), List.of());
        }
        return table.openGroups(id)
                .compose(open -> thread.executeBlocking(() -> found(new ActiveRule(id, rule), open, now)))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : keep(claimed, now.plus(watched.every()), found.get()));
    }

    /** Empty where it was stopped: the lease runs out, and the rule is due still. */
    private Optional<List<Candidate>> found(ActiveRule rule, List<String> open, Instant now) {
        Set<String> known = new HashSet<>(open);
        try {
            return Optional.of(watch.look(rule, now, known::contains, () -> stopping));
        } catch (Stopped e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // the others must not wait for one that asks what cannot be answered
            LOG.warn("alert rule {} could not be evaluated", rule.id(), e);
            return Optional.of(List.of());
        }
    }

    private Future<Void> keep(ClaimedRule claimed, Instant next, List<Candidate> found) {
        Raising raising = new Raising(found);
        return alerts.watched(claimed, next, raising.matches(), raising::decide).mapEmpty();
    }
}
