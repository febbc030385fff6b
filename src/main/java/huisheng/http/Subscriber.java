package huisheng.http;

import huisheng.json.Json;
import huisheng.review.Review;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. Reviews wait in a bounded queue and leave at a pace that a page can draw; what does not fit is
 * skipped and counted. Who takes nothing for a while is cut off. {@link #offer} is safe from any thread, the rest runs
 * on the connection's context.
 */
final class Subscriber {
    private static final int QUEUE = 200;
    private static final int EVENTS_A_TICK = 50;
    private static final long TICK_MS = 1_000;
    private static final int HEARTBEAT_TICKS = 15;
    private static final int STUCK_TICKS = 15;
    /** A stream may live for days, a key may be revoked meanwhile. */
    private static final int KEY_TICKS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final Vertx vertx;
    private final Context context;
    private final HttpServerResponse response;
    private final Scope scope;
    private final Supplier<Future<Boolean>> welcome;
    private final Runnable gone;
    private final Deque<String> queue = new ArrayDeque<>();
    private final Map<SentimentLabel, Long> counts = new EnumMap<>(SentimentLabel.class);
    private long skipped;
    private boolean changed;
    private boolean scheduled;
    private int allowance = EVENTS_A_TICK;
    private int quiet;
    private int stuck;
    private int ticks;
    private long timer;

    /**
     * @param welcome whether the key still holds
     * @param gone told once the stream is over
     */
    Subscriber(
            Vertx vertx, HttpServerResponse response, Scope scope, Supplier<Future<Boolean>> welcome, Runnable gone) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.response = response;
        this.scope = scope;
        this.welcome = welcome;
        this.gone = gone;
    }

    void start() {
        timer = vertx.setPeriodic(TICK_MS, tick -> tick());
        write("retry: 3000\n\n");
    }

    boolean admits(Review review) {
        return scope.admits(review);
    }

    void offer(String event, SentimentLabel label) {
        synchronized (queue) {
            counts.merge(label, 1L, Long::sum);
            changed = true;
            if (queue.size() == QUEUE) {
                queue.removeFirst();
                skipped++;
            }
            queue.addLast(event);
            if (scheduled) return;
            scheduled = true;
        }
        context.runOnContext(go -> flush());
    }

    /** Says good-bye from any thread. */
    void close() {
        context.runOnContext(go -> end());
    }

    private void flush() {
        synchronized (queue) {
            scheduled = false;
        }
        while (allowance > 0 && !response.writeQueueFull()) {
            String event = poll();
            if (event == null) return;
            allowance--;
            write(event);
        }
    }

    private @Nullable String poll() {
        synchronized (queue) {
            return queue.pollFirst();
        }
    }

    /** Where the store cannot be asked, the answer before stands. */
    private void checkKey() {
        welcome.get()
                .onSuccess(still -> {
                    if (!still) close();
                })
                .onFailure(unknown -> LOG.warn("the key of a stream could not be checked", unknown));
    }

    private void tick() {
        if (++ticks % KEY_TICKS == 0) checkKey();
        allowance = EVENTS_A_TICK;
        stuck = response.writeQueueFull() ? stuck + 1 : 0;
        if (stuck >= STUCK_TICKS) {
            end();
            return;
        }
        if (stuck > 0) return;
        flush();
        String counters = counters();
        if (counters != null) write(counters);
        else if (++quiet >= HEARTBEAT_TICKS) write(": still here\n\n");
    }

    /** The event that tells the counts since the subscription, null where they have not changed. */
    private @Nullable String counters() {
        Map<String, Long> counters = new LinkedHashMap<>();
        synchronized (queue) {
            if (!changed) return null;
            changed = false;
            long reviews = 0;
            for (SentimentLabel label : SentimentLabel.values()) {
                long n = counts.getOrDefault(label, 0L);
                counters.put(label.label(), n);
                reviews += n;
            }
            counters.put("reviews", reviews);
            counters.put("skipped", skipped);
        }
        return "event: counters\ndata: " + Json.write(counters) + "\n\n";
    }

    private void write(String event) {
        quiet = 0;
        response.write(event).onFailure(lost -> stop());
    }

    private void end() {
        stop();
        if (response.ended() || response.closed()) return;
        // a full queue would hold the end back for ever
        if (response.writeQueueFull()) response.reset().onFailure(lost -> gone.run());
        else response.end().onFailure(lost -> gone.run());
    }

    /** The connection is gone or going. */
    void stop() {
        boolean unused = vertx.cancelTimer(timer);
        gone.run();
    }
}
