package huisheng.ingest;

import huisheng.alert.Candidate;
import huisheng.alert.DueAlerts;
import huisheng.alert.Raising;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleReader;
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
 * quiet hours, and to others where nobody acknowledged them. After a standstill every rule is evaluated once, about now; one
 * that could not be evaluated is tried again after a minute, then after two, four and so on, up to the time between two
 * evaluations.
 */
public final class AlertWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatcher.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLED = 14;
    private static final int MOST_DUE = 200;

    private final AlertRuleTable table;
    private final AlertFeed alerts;
    private final AlertRules rules;
    private final Watch watch;
    private final Abreast index;
    private final Duration longest;
    private final WorkerExecutor thread;
    private final Loop loop;
    private volatile boolean stopping;
    private volatile long nextTick = System.nanoTime();

    /**
     * @param index of the watch
     * @param longest that one evaluation may take
     */
    public AlertWatcher(
            Vertx vertx,
            AlertRuleTable table,
            AlertFeed alerts,
            AlertRules rules,
            Watch watch,
            Abreast index,
            Duration longest) {
        this.table = table;
        this.alerts = alerts;
        this.rules = rules;
        this.watch = watch;
        this.index = index;
        this.longest = longest;
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
        return tell().compose(told -> evaluate(now).compose(evaluated -> {
            if (evaluated) return Future.succeededFuture(true);
            if (told == 0) nextTick = System.nanoTime() + TICK.toNanos();
            return Future.succeededFuture(told > 0);
        }));
    }

    private Future<Integer> tell() {
        return rules.known()
                .compose(known -> alerts.due(MOST_DUE, known.unreadable(), new DueAlerts(known.on()::get)::decide));
    }

    /** Nothing while the index is behind: another process may have one that is not. @return whether a rule was due */
    private Future<Boolean> evaluate(Instant now) {
        return index.asOf(now).compose(asOf -> {
            if (asOf.isEmpty()) return Future.succeededFuture(false);
            return table.claim(now, now.plus(LEASE)).compose(claimed -> {
                if (claimed.isEmpty()) return Future.succeededFuture(false);
                return attempt(claimed.get(), now, asOf.get()).map(true);
            });
        });
    }

    /** The others must not wait for one that asks what cannot be answered. */
    private Future<Void> attempt(ClaimedRule claimed, Instant now, Instant asOf) {
        Rule rule = RuleReader.read(claimed.rule());
        if (rule == null || !rule.isOn() || !(rule.when() instanceof Watched watched)) {
            return keep(claimed, now.plus(Watched.LEAST_EVERY), List.of());
        }
        return look(new ActiveRule(claimed.rule().id(), rule), asOf)
                .compose(found -> found.isEmpty()
                        ? table.giveBack(claimed, now)
                        : keep(claimed, now.plus(watched.every()), found.get()))
                .recover(e -> {
                    Duration pause = pause(claimed.failures(), watched.every());
                    LOG.warn(
                            "alert rule {} could not be evaluated, again in {}",
                            claimed.rule().id(),
                            pause,
                            e);
                    return table.postpone(claimed, now.plus(pause));
                });
    }

    private static Duration pause(int failures, Duration every) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLED));
        return pause.compareTo(every) < 0 ? pause : every;
    }

    private Future<Optional<List<Candidate>>> look(ActiveRule rule, Instant asOf) {
        return table.openGroups(rule.id()).compose(open -> thread.executeBlocking(() -> found(rule, open, asOf)));
    }

    /** Empty where this process stops: the rule is due still, for whoever comes next. */
    private Optional<List<Candidate>> found(ActiveRule rule, List<String> open, Instant asOf) throws IOException {
        Set<String> known = new HashSet<>(open);
        long end = System.nanoTime() + longest.toNanos();
        try {
            return Optional.of(watch.look(rule, asOf, known::contains, () -> stopping || System.nanoTime() - end > 0));
        } catch (Stopped e) {
            if (stopping) return Optional.empty();
            throw new IOException("not done within " + longest, e);
        }
    }

    private Future<Void> keep(ClaimedRule claimed, Instant next, List<Candidate> found) {
        Raising raising = new Raising(found);
        return alerts.watched(claimed, next, raising.matches(), raising::decide).mapEmpty();
    }
}
