package huisheng.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats one step for as long as it finds work, waits a moment when it finds none, and backs off when it fails; a
 * {@link Wakeups} listener may hasten it. A failure is logged and never ends the loop. Confined by its lock; steps never
 * overlap.
 */
public final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long IDLE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final Vertx vertx;
    private final String name;
    private final Supplier<Future<Boolean>> step;
    private boolean running;
    private boolean stopping;
    private boolean woken;
    private long timer = -1;
    private long failures;
    private final Promise<Void> stopped = Promise.promise();

    /** @param step whether it found work */
    public Loop(Vertx vertx, String name, Supplier<Future<Boolean>> step) {
        this.vertx = vertx;
        this.name = name;
        this.step = step;
    }

    public void start() {
        schedule(1);
    }

    /** Ends the pause, but not the one after a failure. */
    public synchronized void wake() {
        woken = true;
        if (!running && timer >= 0 && failures == 0 && vertx.cancelTimer(timer)) {
            timer = -1;
            schedule(1);
        }
    }

    /** Ends after the step in hand. */
    public synchronized Future<Void> stop() {
        stopping = true;
        if (!running) {
            if (timer >= 0) vertx.cancelTimer(timer);
            stopped.tryComplete();
        }
        return stopped.future();
    }

    private synchronized void schedule(long delayMs) {
        if (stopping) {
            stopped.tryComplete();
            return;
        }
        timer = vertx.setTimer(delayMs, id -> run());
    }

    private void run() {
        synchronized (this) {
            timer = -1;
            if (stopping) {
                stopped.tryComplete();
                return;
            }
            running = true;
            woken = false;
        }
        Future<Boolean> done;
        try {
            done = step.get();
        } catch (RuntimeException e) {
            done = Future.failedFuture(e);
        }
        var unused = done.onComplete(result -> next(result.succeeded() && result.result(), result.cause()));
    }

    private synchronized void next(boolean worked, @Nullable Throwable failure) {
        running = false;
        if (failure == null) {
            failures = 0;
            schedule(worked || woken ? 1 : IDLE_MS);
        } else {
            failures++;
            long pause = Math.min(LONGEST_PAUSE_MS, IDLE_MS << Math.min(failures, 6));
            LOG.warn("{} failed, again in {} ms", name, pause, failure);
            schedule(pause);
        }
    }
}
