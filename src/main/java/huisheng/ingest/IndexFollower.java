package huisheng.ingest;

import huisheng.index.ReviewIndex;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.store.ChangeFeed;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store's changes into the index, in order: read after the position, put, refresh, and every few seconds
 * commit together with the position. After a crash or a failed write it goes on from the last commit, so a change may
 * be put twice, which is harmless, and none is left out.
 */
public final class IndexFollower {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final int BATCH = 1_000;

    private final ChangeFeed feed;
    private final ReviewIndex index;
    private final Duration commitEvery;
    private final Consumer<List<Change>> visible;
    private final WorkerExecutor thread;
    private final Loop loop;
    private volatile Position position;
    private volatile Position committed;
    private long lastCommit = System.nanoTime();

    /** @param visible told of every batch once it can be searched */
    public IndexFollower(
            Vertx vertx, ChangeFeed feed, ReviewIndex index, Duration commitEvery, Consumer<List<Change>> visible) {
        this.feed = feed;
        this.index = index;
        this.commitEvery = commitEvery;
        this.visible = visible;
        this.position = index.committed();
        this.committed = position;
        this.thread = vertx.createSharedWorkerExecutor("index", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "index follower", this::once);
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        loop.wake();
    }

    /** How far questions can see. */
    public Position position() {
        return position;
    }

    /** Ends with a commit. */
    public Future<Void> stop() {
        return loop.stop()
                .compose(done -> thread.executeBlocking(() -> {
                    commit();
                    return (Void) null;
                }))
                .eventually(thread::close);
    }

    private Future<Boolean> once() {
        return feed.readAfter(position, BATCH).compose(changes -> thread.executeBlocking(() -> apply(changes)));
    }

    private boolean apply(List<Change> changes) throws IOException {
        try {
            if (!changes.isEmpty()) {
                index.put(changes);
                index.refresh();
                position = changes.getLast().position();
            }
            if (System.nanoTime() - lastCommit > commitEvery.toNanos()) commit();
        } catch (IOException e) {
            // What was put since the last commit is gone, so we go back with it, or it would be missing.
            position = index.recover();
            committed = position;
            LOG.warn("index write failed, going on from {}", position);
            throw e;
        }
        if (!changes.isEmpty()) visible.accept(changes);
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
