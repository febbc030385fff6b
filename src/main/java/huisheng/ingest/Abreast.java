package huisheng.ingest;

import huisheng.review.Position;
import huisheng.store.CatchUp;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As of when the index may be counted in: counting in one that lags behind, or is being filled again, finds a drop that is
 * none. Whoever counts waits until it holds all that was pushed until a minute ago. Where it has not for a quarter of an
 * hour, as under more load than the pipeline can take, that is told, and what it does hold is counted as of then: late news
 * of a crisis is better than none. Asked by one step at a time.
 */
public final class Abreast {
    private static final Logger LOG = LoggerFactory.getLogger(Abreast.class);
    private static final Duration MOST_BEHIND = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(15);

    private final CatchUp catchUp;
    private final Supplier<Position> shown;
    private volatile @Nullable Goal goal;
    private volatile @Nullable Instant reached;
    private volatile @Nullable Instant waitingSince;
    private volatile Duration waited = Duration.ZERO;
    private volatile Duration told = Duration.ZERO;

    /** @param shown how far the index can see */
    public Abreast(CatchUp catchUp, Supplier<Position> shown) {
        this.catchUp = catchUp;
        this.shown = shown;
    }

    /**
     * @param mark up to which the index must have read
     * @param at when what was pushed before must be found
     * @param analysed whether that has left the pipeline, and its changes stand before the mark
     */
    private record Goal(CatchUp.Mark mark, Instant at, boolean analysed) {}

    /** For how long rules about measures have waited; nothing where they do not wait. */
    public Duration waited() {
        return waited;
    }

    /** The moment as of which what is counted holds; empty where there is none lately. */
    Future<Optional<Instant>> asOf(Instant now) {
        if (isFresh(now)) return Future.succeededFuture(Optional.of(now));
        return goal(now).compose(this::analysed).compose(this::isReached).map(done -> {
            boolean fresh = isFresh(now);
            note(fresh, now);
            return fresh ? Optional.of(now) : late();
        });
    }

    /** What was reached while it was waited for, once that has been long. */
    private Optional<Instant> late() {
        Instant since = waitingSince;
        Instant last = reached;
        if (since == null || last == null || last.isBefore(since) || waited.compareTo(LONG) < 0)
            return Optional.empty();
        return Optional.of(last);
    }

    private Future<Goal> analysed(Goal known) {
        if (known.analysed) return Future.succeededFuture(known);
        return catchUp.isAnalysed(known.mark).compose(done -> {
            if (!done) return Future.succeededFuture(known);
            return catchUp.mark().map(mark -> new Goal(mark, known.at, true)).onSuccess(next -> goal = next);
        });
    }

    private Future<Boolean> isReached(Goal next) {
        if (!next.analysed) return Future.succeededFuture(false);
        return catchUp.isRead(next.mark, shown.get()).onSuccess(done -> {
            if (!done) return;
            reached = next.at;
            goal = null;
        });
    }

    /** A goal that took longer to reach than a minute was too long ago: then there is another. */
    private boolean isFresh(Instant now) {
        Instant last = reached;
        return last != null && !last.isAfter(now) && Duration.between(last, now).compareTo(MOST_BEHIND) <= 0;
    }

    private Future<Goal> goal(Instant now) {
        Goal known = goal;
        if (known != null) return Future.succeededFuture(known);
        return catchUp.mark().map(mark -> new Goal(mark, now, false)).onSuccess(made -> goal = made);
    }

    private void note(boolean fresh, Instant now) {
        Instant since = waitingSince;
        if (fresh) {
            if (told.isPositive()) LOG.info("the index has caught up, alert rules about measures are evaluated again");
            waitingSince = null;
            waited = Duration.ZERO;
            told = Duration.ZERO;
        } else if (since == null || since.isAfter(now)) {
            waitingSince = now;
        } else {
            waited = Duration.between(since, now);
            tell();
        }
    }

    private void tell() {
        if (waited.minus(told).compareTo(LONG) < 0) return;
        told = waited;
        LOG.warn(
                "alert rules about measures have waited for {} min, and count what is older: the index, at {}, lags behind",
                waited.toMinutes(),
                shown.get());
    }
}
