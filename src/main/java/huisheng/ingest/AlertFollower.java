package huisheng.ingest;

import huisheng.alert.Candidate;
import huisheng.alert.Raising;
import huisheng.alert.ReviewCandidates;
import huisheng.alert.rule.Hit;
import huisheng.alert.rule.RuleIndex;
import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.store.AlertFeed;
import huisheng.store.ChangeFeed;
import huisheng.store.Loop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds every analysed review against the rules about single reviews. Alerts are kept together with the position that they
 * were read up to, so none is lost and none is raised twice; where a batch raises nothing the position waits, because
 * reading it again would raise nothing either.
 */
public final class AlertFollower {
    private static final int BATCH = 500;
    private static final Duration KEEP_EVERY = Duration.ofSeconds(5);

    private final ChangeFeed changes;
    private final AlertFeed alerts;
    private final AlertRules rules;
    private final WorkerExecutor thread;
    private final Loop loop;
    /** How far was read; null where another process may have gone on. Used by one step at a time, like the next two. */
    private volatile @Nullable Position position;

    private volatile Position kept = Position.START;
    private volatile long keptAt = System.nanoTime();

    /** @param changes its own, see there */
    public AlertFollower(Vertx vertx, ChangeFeed changes, AlertFeed alerts, AlertRules rules) {
        this.changes = changes;
        this.alerts = alerts;
        this.rules = rules;
        this.thread = vertx.createSharedWorkerExecutor("alerts", 1, 10, TimeUnit.MINUTES);
        this.loop = new Loop(vertx, "alert follower", this::once);
    }

    public void start() {
        loop.start();
    }

    public void wake() {
        loop.wake();
    }

    /** Up to where rules have read; the start where that is not known yet. */
    public Position position() {
        Position read = position;
        return read == null ? Position.START : read;
    }

    /** Ends after the step in hand. */
    public Future<Void> stop() {
        return loop.stop().eventually(thread::close);
    }

    private Future<Boolean> once() {
        Position from = position;
        if (from == null) {
            return alerts.position().map(found -> {
                kept = found;
                position = found;
                return true;
            });
        }
        return rules.index()
                .compose(index -> changes.readAfter(from, BATCH).compose(batch -> {
                    if (batch.isEmpty()) return isOld() ? keep(from, List.of()).map(false) : none();
                    return follow(index, batch);
                }));
    }

    private static Future<Boolean> none() {
        return Future.succeededFuture(false);
    }

    private boolean isOld() {
        return !kept.equals(position) && System.nanoTime() - keptAt > KEEP_EVERY.toNanos();
    }

    private Future<Boolean> follow(RuleIndex index, List<Change> batch) {
        Position last = batch.getLast().position();
        return found(index, batch).compose(found -> {
            if (!found.isEmpty() || isOld()) return keep(last, found).map(true);
            position = last;
            return Future.succeededFuture(true);
        });
    }

    private Future<List<Candidate>> found(RuleIndex index, List<Change> batch) {
        if (index.isEmpty()) return Future.succeededFuture(List.of());
        return alerts.now().compose(now -> thread.executeBlocking(() -> candidates(index, batch, now)));
    }

    private Future<Void> keep(Position to, List<Candidate> found) {
        Raising raising = new Raising(found);
        return alerts.follow(kept, to, raising.matches(), raising::decide).map(mine -> {
            kept = to;
            keptAt = System.nanoTime();
            position = mine ? to : null;
            return null;
        });
    }

    private static List<Candidate> candidates(RuleIndex index, List<Change> batch, Instant now) {
        List<Candidate> found = new ArrayList<>();
        for (Change change : batch) {
            AnalysedReview review = change.analysed();
            if (review == null) continue;
            for (Hit hit : index.hits(review, now)) found.add(ReviewCandidates.of(hit, review));
        }
        return found;
    }
}
