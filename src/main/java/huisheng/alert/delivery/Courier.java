package huisheng.alert.delivery;

import huisheng.review.Labelled;
import huisheng.store.DeliveryClaim;
import huisheng.store.DeliveryEnd;
import huisheng.store.DeliveryQueue;
import huisheng.store.Loop;
import huisheng.store.OpenDelivery;
import huisheng.store.StoredTarget;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what is due to its targets: claims, calls, writes down how it ended. Targets are called side by side, so that
 * one that is slow or away holds up no other; each is called by one process at a time, in the order of its events but
 * for urgent ones, which go first. Safe from any thread.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** At once. */
    static final int MOST_CALLS = 64;

    private static final long FIRST_PAUSE_MS = 250;
    private static final long LAST_PAUSE_MS = 4_000;

    private final Vertx vertx;
    private final DeliveryQueue queue;
    private final Postage postage;
    private final Duration patience;
    private final Endings endings;
    private final BiConsumer<TargetKind, DeliveryEnd.How> told;
    private final Loop loop;
    private final AtomicInteger calls = new AtomicInteger();
    private final Promise<Void> idle = Promise.promise();
    private volatile boolean stopping;

    /**
     * @param patience after which a claim that was not called yet is left to others; far below the queue's lease
     * @param told hears how each delivery ended, for the figures
     */
    public Courier(
            Vertx vertx,
            DeliveryQueue queue,
            Postage postage,
            Duration patience,
            BiConsumer<TargetKind, DeliveryEnd.How> told) {
        this.vertx = vertx;
        this.queue = queue;
        this.postage = postage;
        this.patience = patience;
        this.endings = new Endings(new Backoff(RandomGenerator.getDefault()));
        this.told = told;
        this.loop = new Loop(vertx, "courier", this::once);
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        loop.wake();
    }

    /** Ends after the calls under way. */
    public Future<Void> stop() {
        return loop.stop().compose(stopped -> {
            stopping = true;
            if (calls.get() == 0) idle.tryComplete();
            return idle.future();
        });
    }

    private Future<Boolean> once() {
        int free = MOST_CALLS - calls.get();
        if (free <= 0) return Future.succeededFuture(false);
        long start = System.nanoTime();
        return queue.claim(free, ripe -> Digest.choose(ripe, kind(ripe.target())))
                .map(claims -> {
                    claims.forEach(claim -> run(claim, start));
                    return !claims.isEmpty();
                });
    }

    /** Not waited for: the next targets are claimed meanwhile. */
    private void run(DeliveryClaim claim, long start) {
        calls.incrementAndGet();
        var unused = Future.succeededFuture()
                .compose(v -> attempt(claim, start))
                .compose(end -> note(claim, end, FIRST_PAUSE_MS).map(kept -> report(claim, end, kept)))
                .onFailure(e -> LOG.warn(
                        "delivery to target {} is tried again after its lease",
                        claim.target().id(),
                        e))
                .onComplete(done -> {
                    if (calls.decrementAndGet() == 0 && stopping) idle.tryComplete();
                    loop.wake();
                });
    }

    private Future<DeliveryEnd> attempt(DeliveryClaim claim, long start) {
        TargetKind kind = kind(claim.target());
        Optional<DeliveryEnd> held = endings.held(claim, kind.pace());
        if (held.isPresent()) return Future.succeededFuture(held.get());
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        // this process stood still: another may have the lease by now
        if (waited.compareTo(patience) > 0) return Future.failedFuture("claimed " + waited.toSeconds() + " s ago");
        return postage.send(claim, kind, claim.now().plus(waited))
                .map(outcome -> endings.of(claim, kind.pace(), outcome));
    }

    /** What was told and not written down would be told again, so a database that is away for a moment is waited for. */
    private Future<Boolean> note(DeliveryClaim claim, DeliveryEnd end, long pauseMs) {
        return queue.end(claim, end).recover(failure -> {
            if (pauseMs > LAST_PAUSE_MS) return Future.failedFuture(failure);
            return vertx.timer(pauseMs, TimeUnit.MILLISECONDS).compose(v -> note(claim, end, 2 * pauseMs));
        });
    }

    private boolean report(DeliveryClaim claim, DeliveryEnd end, boolean kept) {
        if (!kept) {
            LOG.warn(
                    "the lease of target {} ended before its call did",
                    claim.target().id());
            return false;
        }
        List<OpenDelivery> deliveries = claim.deliveries();
        deliveries.forEach(delivery -> told.accept(kind(claim.target()), end.how()));
        if (end.how() == DeliveryEnd.How.REFUSED || end.how() == DeliveryEnd.How.FAILED) {
            LOG.warn(
                    "target {} did not take {}: {}",
                    claim.target().id(),
                    deliveries.getFirst().key(),
                    end.error());
        }
        return true;
    }

    private static TargetKind kind(StoredTarget target) {
        return Labelled.of(TargetKind.class, target.kind());
    }
}
