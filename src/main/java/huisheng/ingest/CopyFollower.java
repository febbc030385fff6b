package huisheng.ingest;

import huisheng.analysis.noise.TextPrints;
import huisheng.review.TextPrint;
import huisheng.store.CopyText;
import huisheng.store.CopyWindow;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Compares what was changed with what was written lately, so that copied campaigns are flagged. While many
 * reviews wait for the pipeline it gives way, but for one step a minute: a campaign is as false an hour later.
 */
public final class CopyFollower {
    private static final int BATCH = 500;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final CopyWindow window;
    private final BooleanSupplier busy;
    private final Duration longestWait;
    private final WorkerExecutor thread;
    private final Loop loop;
    private volatile long lastStep = System.nanoTime();

    /** @param busy asked before each step; true postpones it, until a minute after the last at most */
    public CopyFollower(Vertx vertx, CopyWindow window, BooleanSupplier busy) {
        this(vertx, window, busy, LONGEST_WAIT);
    }

    CopyFollower(Vertx vertx, CopyWindow window, BooleanSupplier busy, Duration longestWait) {
        this.window = window;
        this.busy = busy;
        this.longestWait = longestWait;
        this.thread = vertx.createSharedWorkerExecutor("copies", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "copy follower", this::once);
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        loop.wake();
    }

    /** Ends after the step in hand. */
    public Future<Void> stop() {
        return loop.stop().eventually(thread::close);
    }

    private Future<Boolean> once() {
        long waited = System.nanoTime() - lastStep;
        if (busy.getAsBoolean() && waited < longestWait.toNanos()) return Future.succeededFuture(false);
        lastStep = System.nanoTime();
        return window.step(BATCH, this::sketch).map(read -> read > 0);
    }

    private Future<List<Optional<TextPrint>>> sketch(List<CopyText> texts) {
        return thread.executeBlocking(
                () -> texts.stream().map(text -> TextPrints.of(text.text())).toList());
    }
}
