package huisheng.ingest;

import huisheng.store.AnalysisQueue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues, behind everything pushed, the reviews that an earlier pipeline has read. In small steps, so that a new lexicon
 * never makes the queue look full.
 */
public final class Outdated {
    private static final Logger LOG = LoggerFactory.getLogger(Outdated.class);
    private static final int STEP = 2_000;
    private static final long PAUSE_MS = 2_000;

    private final Vertx vertx;
    private final AnalysisQueue queue;
    private final String pipeline;
    private volatile long timer = -1;
    private volatile boolean stopped;

    public Outdated(Vertx vertx, AnalysisQueue queue, String pipeline) {
        this.vertx = vertx;
        this.queue = queue;
        this.pipeline = pipeline;
    }

    public void start() {
        step();
    }

    public Future<Void> stop() {
        stopped = true;
        boolean cancelled = vertx.cancelTimer(timer);
        if (cancelled) LOG.debug("re-analysis paused");
        return Future.succeededFuture();
    }

    private void step() {
        if (stopped) return;
        var unused = queue.backlog()
                .compose(waiting -> waiting >= STEP ? Future.succeededFuture(STEP) : queue.requeue(pipeline, STEP))
                .onComplete(queued -> {
                    if (queued.failed()) LOG.warn("outdated analyses could not be queued", queued.cause());
                    else if (queued.result() == 0) return;
                    timer = vertx.setTimer(PAUSE_MS, id -> step());
                });
    }
}
