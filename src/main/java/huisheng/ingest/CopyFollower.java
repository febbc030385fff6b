package huisheng.ingest;

import huisheng.analysis.noise.TextPrints;
import huisheng.review.TextPrint;
import huisheng.store.CopyText;
import huisheng.store.CopyWindow;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Compares what was changed with what was written lately, so that copied campaigns are flagged. It gives way while many
 * reviews wait for the pipeline: a campaign is as false an hour later.
 */
public final class CopyFollower {
    private static final int BATCH = 500;

    private final CopyWindow window;
    private final BooleanSupplier busy;
    private final WorkerExecutor thread;
    private final Loop loop;

    /** @param busy asked before each step; true postpones it */
    public CopyFollower(Vertx vertx, CopyWindow window, BooleanSupplier busy) {
        this.window = window;
        this.busy = busy;
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
        if (busy.getAsBoolean()) return Future.succeededFuture(false);
        return window.step(BATCH, this::sketch).map(read -> read > 0);
    }

    private Future<List<Optional<TextPrint>>> sketch(List<CopyText> texts) {
        return thread.executeBlocking(
                () -> texts.stream().map(text -> TextPrints.of(text.text())).toList());
    }
}
