package huisheng.ingest;

import huisheng.index.ReviewIndex;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Makes what was put into an index visible, on a thread of its own, so that putting goes on meanwhile. Rests after each
 * refresh in proportion to what it took: a lone review is seen at once, and under load few large segments are written
 * instead of many small ones, which would all have to be merged again. Safe from any thread.
 */
final class RefreshLane {
    private static final int MOST_HIDDEN = 20_000;
    private static final long SHORTEST_REST_MS = 40;
    private static final long LONGEST_REST_MS = 400;
    /** After so many at once they wait for the pipeline longer than for this. */
    private static final int FLOOD = 2_000;

    private static final long FLOOD_REST_MS = 1_000;
    /** Of the time, a quarter at most goes into refreshing. */
    private static final long REST_FACTOR = 3;

    private final Vertx vertx;
    private final ReviewIndex index;
    private final Consumer<List<Change>> visible;
    private final WorkerExecutor thread;
    private final Loop loop;
    /** Guarded by this, like all that follows. */
    private List<Change> hidden = new ArrayList<>();

    private Position put;
    private Position shown;
    private boolean failed;

    RefreshLane(Vertx vertx, ReviewIndex index, Position shown, Consumer<List<Change>> visible) {
        this.vertx = vertx;
        this.index = index;
        this.put = shown;
        this.shown = shown;
        this.visible = visible;
        this.thread = vertx.createSharedWorkerExecutor("refresh", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "index refresh", this::once);
    }

    void start() {
        loop.start();
    }

    Future<Void> stop() {
        return loop.stop().eventually(thread::close);
    }

    /** Changes that were put and are to be shown, in order. */
    synchronized void show(List<Change> changes) {
        hidden.addAll(changes);
        put = changes.getLast().position();
        loop.wake();
    }

    /** Whether so much waits to be shown that putting more had better wait. */
    synchronized boolean isFull() {
        return hidden.size() >= MOST_HIDDEN;
    }

    /** How far questions can see. */
    synchronized Position shown() {
        return shown;
    }

    /** Whether a refresh has failed since the last {@link #reset}. */
    synchronized boolean hasFailed() {
        return failed;
    }

    /** Goes back to what the index holds, and shows, after it recovered; what is not in it will be put again. */
    void reset(Position recovered) {
        List<Change> kept;
        synchronized (this) {
            kept = hidden.stream()
                    .filter(change -> change.position().compareTo(recovered) <= 0)
                    .toList();
            hidden = new ArrayList<>();
            put = recovered;
            shown = recovered;
            failed = false;
        }
        if (!kept.isEmpty()) visible.accept(kept);
    }

    private Future<Boolean> once() {
        List<Change> batch;
        Position upTo;
        synchronized (this) {
            if (hidden.isEmpty() || failed) return Future.succeededFuture(false);
            batch = hidden;
            hidden = new ArrayList<>();
            upTo = put;
        }
        return thread.executeBlocking(() -> refresh(batch, upTo))
                .compose(rest -> vertx.timer(rest, TimeUnit.MILLISECONDS))
                .map(true);
    }

    /** @return milliseconds to rest */
    private long refresh(List<Change> batch, Position upTo) throws Exception {
        long start = System.nanoTime();
        try {
            index.refresh();
        } catch (Exception e) {
            synchronized (this) {
                failed = true;
                batch.addAll(hidden);
                hidden = batch;
            }
            throw e;
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        synchronized (this) {
            // a recovery meanwhile has set both back, and what is shown now will be put again
            if (upTo.compareTo(put) <= 0) shown = upTo;
        }
        visible.accept(batch);
        return batch.size() >= FLOOD
                ? FLOOD_REST_MS
                : Math.clamp(took * REST_FACTOR, SHORTEST_REST_MS, LONGEST_REST_MS);
    }
}
