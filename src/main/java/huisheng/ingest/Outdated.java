package huisheng.ingest;

import huisheng.store.AnalysisQueue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues, behind everything pushed, the reviews that another pipeline has read. In small steps, so that a new lexicon
 * never makes the queue look full, and again and again: another process may have saved one more by the old pipeline.
 */
public final class Outdated {
    private static final Logger LOG = LoggerFactory.getLogger(Outdated.class);
    private static final int STEP = 2_000;
    private static final long PAUSE_MS = 2_000;
    private static final long IDLE_MS = 30_000;

    private final Vertx vertx;
    private final AnalysisQueue queue;
    private final Supplier<String> pipeline;
    private final Supplier<Future<Boolean>> wanted;
    private long timer = -1;
    private boolean running;
    private boolean woken;
    private boolean stopped;

    /**
     * @param pipeline version in force
     * @param wanted whether all reviews should be read by it; where not, another process sees to it
     */
    public Outdated(Vertx vertx, AnalysisQueue queue, Supplier<String> pipeline, Supplier<Future<Boolean>> wanted) {
        this.vertx = vertx;
        this.queue = queue;
        this.pipeline = pipeline;
        this.wanted = wanted;
    }

    public void start() {
        wake();
    }

    /** Another pipeline may be in force. */
    public void wake() {
        synchronized (this) {
            woken = true;
            if (stopped || running) return;
            if (timer >= 0 && !vertx.cancelTimer(timer)) return;
            running = true;
        }
        step();
    }

    public synchronized Future<Void> stop() {
        stopped = true;
        boolean cancelled = vertx.cancelTimer(timer);
        if (cancelled) LOG.debug("re-analysis paused");
        return Future.succeededFuture();
    }

    private void step() {
        synchronized (this) {
            woken = false;
        }
        var unused = wanted.get()
                .compose(mine -> mine ? queue.backlog() : Future.succeededFuture(-1L))
                .compose(waiting -> {
                    if (waiting < 0) return Future.succeededFuture(0);
                    return waiting >= STEP ? Future.succeededFuture(STEP) : queue.requeue(pipeline.get(), STEP);
                })
                .onComplete(queued -> {
                    if (queued.failed()) LOG.warn("outdated analyses could not be queued", queued.cause());
                    next(queued.failed() || queued.result() > 0 ? PAUSE_MS : IDLE_MS);
                });
    }

    private synchronized void next(long pause) {
        running = false;
        if (stopped) return;
        timer = vertx.setTimer(woken ? 1 : pause, id -> {
            synchronized (this) {
                if (stopped || running) return;
                running = true;
                timer = -1;
            }
            step();
        });
    }
}
