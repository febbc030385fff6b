package huisheng.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells waiting workers, in every process on the database, that there may be something to do. Only a hint: it is rung
 * after the commit, outside of it (a NOTIFY inside would make commits wait for each other), so a crash can lose one, and
 * whoever listens must also look now and then by itself.
 */
public final class Wakeups {
    /** A review changed, see {@link ChangeFeed}. */
    public static final String CHANGE = "huisheng_change";
    /** A task was queued, see {@link AnalysisQueue}. */
    public static final String TASK = "huisheng_task";
    /** Something is to be told outside, see {@link OutboxTable}. */
    public static final String OUTBOX = "huisheng_outbox";
    /** A pack was changed, see {@link PackTable}. */
    public static final String PACK = "huisheng_pack";
    /** An alert rule was changed, see {@link AlertRuleTable}. */
    public static final String ALERT_RULE = "huisheng_alert_rule";

    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private final Map<String, Bell> bells =
            Stream.of(CHANGE, TASK, OUTBOX, PACK, ALERT_RULE).collect(Collectors.toMap(Function.identity(), Bell::new));
    private final PgSubscriber subscriber;
    private final Pool pool;

    Wakeups(Vertx vertx, PgConnectOptions options, Pool pool) {
        this.pool = pool;
        this.subscriber = PgSubscriber.subscriber(vertx, options)
                .reconnectPolicy(tries -> Math.min(5000L, 100L << Math.min(tries, 6)));
    }

    Future<Void> start() {
        for (Bell bell : bells.values()) {
            // What was rung while the connection was away is lost, so every new subscription counts as a ring.
            subscriber.channel(bell.name).subscribeHandler(v -> bell.heard()).handler(payload -> bell.heard());
        }
        return subscriber.connect();
    }

    /** Runs on an event loop, so it must not block; several rings may arrive as one. */
    public void subscribe(String channel, Runnable listener) {
        bell(channel).listeners.add(listener);
    }

    public void unsubscribe(String channel, Runnable listener) {
        bell(channel).listeners.remove(listener);
    }

    void ring(String channel) {
        bell(channel).ring();
    }

    Future<Void> close() {
        return subscriber.close();
    }

    private Bell bell(String channel) {
        Bell bell = bells.get(channel);
        if (bell == null) throw new IllegalArgumentException("no channel " + channel);
        return bell;
    }

    private final class Bell {
        final String name;
        final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        /** Rings not yet sent, the one on its way included. */
        private final AtomicInteger pending = new AtomicInteger();

        Bell(String name) {
            this.name = name;
        }

        void heard() {
            listeners.forEach(Runnable::run);
        }

        /** One NOTIFY at a time: rings that come meanwhile are sent as one. */
        void ring() {
            if (pending.getAndIncrement() == 0) send();
        }

        private void send() {
            int sent = pending.get();
            pool.query("NOTIFY " + name).execute().onComplete(done -> {
                if (done.failed()) LOG.debug("could not ring {}", name, done.cause());
                if (pending.addAndGet(-sent) > 0) send();
            });
        }
    }
}
