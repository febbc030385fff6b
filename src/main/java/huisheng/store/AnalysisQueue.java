package huisheng.store;

import huisheng.review.Analysis;
import huisheng.review.Change;
import huisheng.review.StoredReview;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reviews that wait for the pipeline. Any number of workers in any number of processes; what a worker holds when it dies
 * is free again as soon as PostgreSQL notices.
 */
public final class AnalysisQueue {
    /** After so many failures a review is parked: kept in the table and counted, but no longer tried. */
    public static final int MAX_ATTEMPTS = 5;

    private static final int MOST_COUNTED = 200_000;
    private static final Duration COUNT_VALID = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final String BACKLOG =
            "SELECT count(*) AS n FROM (SELECT 1 FROM analysis_task WHERE attempts < %d LIMIT %d) waiting"
                    .formatted(MAX_ATTEMPTS, MOST_COUNTED);

    private static final String PARKED = "SELECT count(*) AS n FROM analysis_task WHERE attempts >= " + MAX_ATTEMPTS;

    /** Two ranges, because an index can search for less and greater but not for unequal. */
    private static final String OUTDATED = """
            SELECT review_id FROM analysis WHERE pipeline < $1
            UNION ALL
            SELECT review_id FROM analysis WHERE pipeline > $1""";

    private static final String REQUEUE = """
            INSERT INTO analysis_task (review_id, priority)
            SELECT o.review_id, 9 FROM (%s) o
            WHERE NOT EXISTS (SELECT 1 FROM analysis_task t WHERE t.review_id = o.review_id)
            LIMIT $2
            ON CONFLICT (review_id) DO NOTHING""".formatted(OUTDATED);

    private static final String PROGRESS = """
            SELECT count(*) AS total, count(*) FILTER (WHERE pipeline = $1) AS done,
                   (SELECT count(*) FROM analysis_task WHERE attempts >= %d) AS failed
            FROM analysis""".formatted(MAX_ATTEMPTS);

    private final Vertx vertx;
    private final Pool pool;
    private final Wakeups wakeups;
    private final RecentChanges recent;
    private final Duration firstPause;
    private volatile @Nullable Count counted;

    public AnalysisQueue(Database database) {
        this(database, FIRST_PAUSE);
    }

    /** @param firstPause before a failed review is tried again; doubled after each further failure */
    AnalysisQueue(Database database, Duration firstPause) {
        this.vertx = database.vertx();
        this.pool = database.pool();
        this.wakeups = database.wakeups();
        this.recent = database.recent();
        this.firstPause = firstPause;
    }

    /**
     * Takes up to {@code limit} reviews, has them analysed and saves the results, in one transaction. Where the function
     * fails for a batch, its reviews are tried one by one, so that only the cause of the failure stays behind.
     *
     * @param analyse answers one analysis a review, in order
     * @return how many reviews were taken, those that failed included; 0 when none is due
     */
    public Future<Integer> work(int limit, Function<List<StoredReview>, Future<List<Analysis>>> analyse) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> {
                    Claim claim = new Claim(vertx, connection, firstPause, analyse);
                    return claim.run(limit).map(taken -> new Done(taken, claim.changes()));
                }))
                .map(done -> {
                    recent.add(done.changes);
                    if (done.taken > 0) wakeups.ring(Wakeups.CHANGE);
                    return done.taken;
                });
    }

    /** Reviews that wait, at most half a second old and counted up to 200,000: cheap enough for every request. */
    public Future<Long> backlog() {
        Count last = counted;
        if (last != null && System.nanoTime() - last.at < COUNT_VALID.toNanos()) {
            return Future.succeededFuture(last.n);
        }
        return count(BACKLOG).onSuccess(n -> counted = new Count(n, System.nanoTime()));
    }

    /** Reviews that failed {@link #MAX_ATTEMPTS} times. An edit, or {@link #unpark}, gives them another chance. */
    public Future<Long> parked() {
        return count(PARKED);
    }

    /** Tries all parked reviews again, for example after a repaired pipeline was installed. */
    public Future<Integer> unpark() {
        return pool.query("UPDATE analysis_task SET attempts = 0, due_at = now() WHERE attempts >= " + MAX_ATTEMPTS)
                .execute()
                .map(RowSet::rowCount)
                .onSuccess(this::queued);
    }

    /**
     * Queues reviews that another version of the pipeline analysed, behind everything else, at most {@code limit} at a
     * time. Answers how many; 0 when all are queued or up to date.
     */
    public Future<Integer> requeue(String pipeline, int limit) {
        return pool.preparedQuery(REQUEUE)
                .execute(Tuple.of(pipeline, (long) limit))
                .map(RowSet::rowCount)
                .onSuccess(this::queued);
    }

    /** Reviews whose analysis is another version's: the work that is left after an upgrade. */
    public Future<Long> outdated(String pipeline) {
        return pool.preparedQuery("SELECT count(*) AS n FROM (" + OUTDATED + ") o")
                .execute(Tuple.of(pipeline))
                .map(AnalysisQueue::n);
    }

    /** How far the pipeline has read all reviews. Counts every analysis: not for every request. */
    public Future<Reanalysis> progress(String pipeline) {
        return pool.preparedQuery(PROGRESS).execute(Tuple.of(pipeline)).map(rows -> {
            Row row = rows.iterator().next();
            return new Reanalysis(row.getLong("total"), row.getLong("done"), row.getLong("failed"));
        });
    }

    private void queued(int n) {
        if (n > 0) wakeups.ring(Wakeups.TASK);
    }

    private Future<Long> count(String query) {
        return pool.query(query).execute().map(AnalysisQueue::n);
    }

    private static long n(RowSet<Row> rows) {
        return rows.iterator().next().getLong("n");
    }

    private record Count(long n, long at) {}

    private record Done(int taken, List<Change> changes) {}
}
