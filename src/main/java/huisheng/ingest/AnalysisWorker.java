package huisheng.ingest;

import huisheng.analysis.Pipeline;
import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import huisheng.store.AnalysisQueue;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Claims reviews, reads them and saves what was found, until nothing waits; then sleeps until something is pushed. Each
 * batch is one transaction of the store, so a crash gives the claim back. Several workers, in this process or others,
 * may run at once.
 */
public final class AnalysisWorker {
    /** So many reviews at once, more than one batch, fill the machine; a few single ones do not. */
    static final int MANY_PUSHED = 600;

    private static final long WAIT_MS = 20;
    /** A second is too long for whoever waits for an alert. */
    private static final long LONGEST_WAIT_MS = 800;

    private final Vertx vertx;
    private final IntSupplier pushing;
    private final Loop loop;
    private final AnalysisQueue queue;
    private final Supplier<Pipeline> pipeline;
    private final WorkerExecutor threads;
    private final int parallel;
    private final int batch;

    /**
     * @param pipeline asked once a batch, so that a pack can change in between
     * @param pushing how many reviews are being saved, which go first
     */
    public AnalysisWorker(
            Vertx vertx,
            AnalysisQueue queue,
            Supplier<Pipeline> pipeline,
            int parallel,
            int batch,
            IntSupplier pushing) {
        this.vertx = vertx;
        this.pushing = pushing;
        this.queue = queue;
        this.pipeline = pipeline;
        this.parallel = parallel;
        this.batch = batch;
        this.threads = vertx.createSharedWorkerExecutor("analysis", parallel, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "analysis", this::once);
    }

    public void start() {
        loop.start();
    }

    /** Something may wait. */
    public void wake() {
        loop.wake();
    }

    /** Ends after the batch in hand. */
    public Future<Void> stop() {
        return loop.stop().eventually(threads::close);
    }

    private Future<Boolean> once() {
        return turn(LONGEST_WAIT_MS)
                .compose(mine -> queue.work(batch, this::analyse))
                .map(done -> done > 0);
    }

    /** Someone waits for an answer to a push, and nobody for an analysis; but it must not wait for ever. */
    private Future<Void> turn(long patience) {
        if (patience <= 0 || pushing.getAsInt() < MANY_PUSHED) return Future.succeededFuture();
        return vertx.timer(WAIT_MS, TimeUnit.MILLISECONDS).compose(later -> turn(patience - WAIT_MS));
    }

    private Future<List<Analysis>> analyse(List<StoredReview> reviews) {
        Pipeline now = pipeline.get();
        int share = Math.max(1, (reviews.size() + parallel - 1) / parallel);
        List<Future<List<Analysis>>> parts = IntStream.iterate(0, from -> from < reviews.size(), from -> from + share)
                .mapToObj(from -> reviews.subList(from, Math.min(reviews.size(), from + share)))
                .map(part -> threads.executeBlocking(
                        () -> now.analyse(part.stream().map(StoredRequest::of).toList()), false))
                .toList();
        return Future.all(parts).map(all -> {
            List<Analysis> analyses = new ArrayList<>(reviews.size());
            parts.forEach(part -> analyses.addAll(part.result()));
            return analyses;
        });
    }
}
