package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.function.IntFunction;

/** Failed logins in a row, by a hash of the login: they outlive a restart, and all processes see them. */
public final class FailureTable {
    /** After that long without a failure they are forgotten. */
    static final Duration KEPT = Duration.ofDays(1);

    /**
     * Locks the row, also for the very first tries: in one statement, or a login that goes well takes it away in between.
     * By the database's clock, which all processes share; a failure in the future, of before it was set back, is one of
     * now.
     */
    private static final String LOCK = """
            INSERT INTO access_failure AS f (login, failures, failed_at) VALUES ($1, 0, now())
            ON CONFLICT (login) DO UPDATE SET failures = f.failures
            RETURNING failures, greatest(0, extract(epoch FROM clock_timestamp() - failed_at))::float8 AS since""";

    private static final String COUNT =
            "UPDATE access_failure SET failures = $2, failed_at = clock_timestamp() WHERE login = $1";

    private static final int MOST = 1_000_000;
    private static final double NANOS = 1e9;

    private final Pool pool;

    public FailureTable(Database database) {
        this.pool = database.pool();
    }

    /**
     * Counts a try as a failure before its outcome is known, so that tries at the same time are seen too.
     *
     * @param pause after so many failures in a row
     * @return how long to wait, where it is too early for one; then nothing was counted
     */
    public Future<Duration> attempt(String login, IntFunction<Duration> pause) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(login))
                .compose(rows -> decide(connection, login, rows.iterator().next(), pause)));
    }

    private static Future<Duration> decide(
            SqlConnection connection, String login, Row row, IntFunction<Duration> pause) {
        Duration since = Duration.ofNanos((long) (row.getDouble("since") * NANOS));
        int failures = since.compareTo(KEPT) > 0 ? 0 : row.getInteger("failures");
        Duration left = pause.apply(failures).minus(since);
        if (left.isPositive()) return Future.succeededFuture(left);
        return connection
                .preparedQuery(COUNT)
                .execute(Tuple.of(login, Math.min(failures + 1, MOST)))
                .map(Duration.ZERO);
    }

    /** After a login that went well. */
    public Future<Void> clear(String login) {
        return pool.preparedQuery("DELETE FROM access_failure WHERE login = $1")
                .execute(Tuple.of(login))
                .mapEmpty();
    }

    /** Drops what is old enough to be forgotten. */
    public Future<Void> prune() {
        return pool.preparedQuery("DELETE FROM access_failure WHERE failed_at < now() - make_interval(secs => $1)")
                .execute(Tuple.of((double) KEPT.toSeconds()))
                .mapEmpty();
    }
}
