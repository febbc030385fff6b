package huisheng.ingest;

import huisheng.index.ReviewIndex;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.store.ChangeFeed;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store's changes into the index, in order: read after the position, put, and every few seconds commit
 * together with the position; while a batch is put, the next one is read, and {@link RefreshLane} makes visible what was
 * put. After a crash or a failed write it goes on from the last commit, so a change may be put twice, which is harmless,
 * and none is left out.
 */
public final class IndexFollower {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int BATCH = 1_000;
    private static final long FULL_PAUSE_MS = 20;

    private final Vertx vertx;
    private final ChangeFeed feed;
    private final ReviewIndex index;
    private final Duration commitEvery;
    private final WorkerExecutor thread;
    private final Loop loop;
    private final RefreshLane lane;
    private volatile Position position;
    private volatile Position committed;
    /** The batch after the one in hand; used by one step at a time. */
    private volatile @Nullable Future<List<Change>> ahead;
    /** From a failed write until all that was put is on disk. */
    private volatile boolean failing;

    private long lastCommit = System.nanoTime();

    /** @param visible told of every batch once it can be searched */
    public IndexFollower(
            Vertx vertx, ChangeFeed feed, ReviewIndex index, Duration commitEvery, Consumer<List<Change>> visible) {
        this.vertx = vertx;
        this.feed = feed;
        this.index = index;
        this.commitEvery = commitEvery;
        this.position = index.committed();
        this.committed = position;
        this.thread = vertx.createSharedWorkerExecutor("index", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "index follower", this::once);
        this.lane = new RefreshLane(vertx, index, position, visible);
    }

    public void start() {
        loop.start();
        lane.start();
    }

    public void wake() {
        loop.wake();
    }

    /** How far questions can see. */
    public Position position() {
        return lane.shown();
    }

    /** False where the index cannot be written or shown, until a commit has succeeded again. */
    public boolean isHealthy() {
        return !failing && !lane.hasFailed();
    }

    /** Ends with a commit. */
    public Future<Void> stop() {
        return loop.stop()
                .compose(done -> lane.stop())
                .compose(done -> thread.executeBlocking(() -> {
                    commit();
                    return (Void) null;
                }))
                .eventually(thread::close);
    }

    private Future<Boolean> once() {
        if (lane.isFull())
            return vertx.timer(FULL_PAUSE_MS, TimeUnit.MILLISECONDS).map(true);
        Future<List<Change>> read = ahead;
        ahead = null;
        if (read == null || read.failed()) read = feed.readAfter(position, BATCH);
        return read.compose(changes -> {
            if (changes.size() == BATCH)
                ahead = feed.readAfter(changes.getLast().position(), BATCH);
            return thread.executeBlocking(() -> apply(changes));
        });
    }

    private boolean apply(List<Change> changes) throws IOException {
        try {
            if (lane.hasFailed()) throw new IOException("the index could not be refreshed");
            if (!changes.isEmpty()) {
                index.put(changes);
                position = changes.getLast().position();
                lane.show(changes);
            }
            if (System.nanoTime() - lastCommit > commitEvery.toNanos()) commit();
            if (position.equals(committed)) failing = false;
        } catch (IOException e) {
            failing = true;
            // What was put since the last commit is gone, so we go back with it, or it would be missing.
            ahead = null;
            position = index.recover();
            committed = position;
            lane.reset(position);
            LOG.warn("index write failed, going on from {}", position);
            throw e;
        }
        return !changes.isEmpty();
    }

    private void commit() throws IOException {
        if (!position.equals(committed)) {
            index.commit(position);
            committed = position;
        }
        lastCommit = System.nanoTime();
    }
}
