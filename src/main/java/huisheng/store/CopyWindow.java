package huisheng.store;

import huisheng.review.TextPrint;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds copied campaigns among the reviews lately changed: near copies by at least {@link #AUTHORS} people within
 * {@link #BURST}. Their reviews carry the noise flag {@code duplicate} from then on, whatever pipeline reads them again,
 * until their own text is edited. A follower whose position and window are rows of this database: it goes on where any
 * process left it, one process at a time, and a step is kept whole or not at all.
 */
public final class CopyWindow {
    /** Fewer may have had the same thought; one person's resends and edits count once, unknown people one by one. */
    public static final int AUTHORS = 5;

    public static final Duration BURST = Duration.ofDays(7);

    /** Reviews that are compared at most, the campaigns' not counted. */
    static final int MOST = 300_000;

    /** For how long a review is compared with later ones, by the clock; by time of writing see {@link CopyGroups}. */
    static final Duration KEPT = Duration.ofDays(30);

    private final Pool pool;
    private final Wakeups wakeups;
    private final int most;

    public CopyWindow(Database database) {
        this(database, MOST);
    }

    /** @param most as {@link #MOST} */
    CopyWindow(Database database, int most) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
        this.most = most;
    }

    /**
     * Compares the texts of up to {@code limit} further changes.
     *
     * @param sketch answers one sketch a text, in order; empty for a text that is never a copy
     * @return how many changes were read; 0 when there are none or another process is at it
     */
    public Future<Integer> step(int limit, Function<List<CopyText>, Future<List<Optional<TextPrint>>>> sketch) {
        return Retry.onConflict(
                        () -> pool.withTransaction(connection -> new CopyStep(connection, sketch, most).run(limit)))
                .onSuccess(step -> {
                    if (step.flagged() > 0) wakeups.ring(Wakeups.CHANGE);
                })
                .map(CopyStep.Outcome::read);
    }
}
