package huisheng;

import huisheng.store.AnalysisQueue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many reviews wait for the pipeline, counted once a second, so that a push need not ask the database. */
final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final long EVERY_MS = 1_000;

    private final Vertx vertx;
    private final AnalysisQueue queue;
    private final int bound;
    private volatile long waiting;
    private volatile long timer = -1;

    Backlog(Vertx vertx, AnalysisQueue queue, int bound) {
        this.vertx = vertx;
        this.queue = queue;
        this.bound = bound;
    }

    void watch() {
        timer = vertx.setPeriodic(0, EVERY_MS, id -> {
            var unused = queue.backlog().onComplete(counted -> {
                if (counted.succeeded()) waiting = counted.result();
                else LOG.warn("the backlog could not be counted", counted.cause());
            });
        });
    }

    Future<Void> stop() {
        boolean unused = vertx.cancelTimer(timer);
        return Future.succeededFuture();
    }

    long waiting() {
        return waiting;
    }

    boolean isFull() {
        return waiting > bound;
    }
}
