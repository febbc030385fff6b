package huisheng.store;

import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Where alerts come from. What was read, the alerts of it and what is told of them are kept in one transaction or not at
 * all, so a crash loses none and raises none twice; of several processes that read the same, one gets to write it.
 */
public final class AlertFeed {
    private static final String POSITION = """
            SELECT f.position FROM follower f JOIN installation i ON i.id = f.installation WHERE f.name = 'alerts'""";

    /** Moves only from where the caller has read on. A position of another history counts as the start. */
    private static final String MOVE = """
            INSERT INTO follower AS f (name, installation, position)
            SELECT 'alerts', i.id, $2 FROM installation i
            ON CONFLICT (name) DO UPDATE SET (installation, position) = (excluded.installation, excluded.position)
            WHERE CASE WHEN f.installation = excluded.installation THEN f.position ELSE '0:0' END = $1""";

    private static final String RELEASE = """
            UPDATE alert_rule SET (due_at, failures, lease, leased_until) = ($3, 0, NULL, NULL)
            WHERE id = $1 AND lease = $2""";

    private static final String DUE = "SELECT " + AlertRows.COLUMNS + """

            FROM alert t
            WHERE t.tell_at <= $1 OR t.escalate_at <= $1
            ORDER BY t.id
            LIMIT $2
            FOR UPDATE OF t SKIP LOCKED""";

    private final Pool pool;
    private final Wakeups wakeups;

    public AlertFeed(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** Up to which changes rules about single reviews have read. */
    public Future<Position> position() {
        return pool.query(POSITION).execute().map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Position.parse(found.next().getString("position")) : Position.START;
        });
    }

    /**
     * Keeps what rules found in the changes from one position to another.
     *
     * @return false where another process has moved on from {@code from}; nothing is kept then
     */
    public Future<Boolean> follow(
            Position from,
            Position to,
            List<AlertMatch> matches,
            Instant now,
            Function<List<AlertStanding>, List<AlertWrite>> decide) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> connection
                        .preparedQuery(MOVE)
                        .execute(Tuple.of(from.toString(), to.toString()))
                        .compose(moved -> moved.rowCount() == 0
                                ? Future.succeededFuture(false)
                                : raise(connection, matches, now, decide).map(true))))
                .onSuccess(kept -> {
                    if (kept && !matches.isEmpty()) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    /**
     * Keeps what a rule about a measure found, and when it is evaluated next.
     *
     * @return false where its lease is lost; nothing is kept then
     */
    public Future<Boolean> watched(
            ClaimedRule claimed,
            Instant next,
            List<AlertMatch> matches,
            Instant now,
            Function<List<AlertStanding>, List<AlertWrite>> decide) {
        Tuple release = Tuple.of(claimed.rule().id(), claimed.lease(), AlertRows.utc(next));
        return Retry.onConflict(() -> pool.withTransaction(connection -> connection
                        .preparedQuery(RELEASE)
                        .execute(release)
                        .compose(released -> released.rowCount() == 0
                                ? Future.succeededFuture(false)
                                : raise(connection, matches, now, decide).map(true))))
                .onSuccess(kept -> {
                    if (kept && !matches.isEmpty()) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    /** Alerts whose time to be told, or to be escalated, has come. @return how many */
    public Future<Integer> due(Instant now, int limit, Function<StoredAlert, AlertWrite> decide) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(DUE)
                        .execute(Tuple.of(AlertRows.utc(now), (long) limit))
                        .compose(rows -> {
                            List<AlertWrite> writes =
                                    AlertRows.alerts(rows).stream().map(decide).toList();
                            return AlertStep.write(connection, writes).map(writes.size());
                        }))
                .onSuccess(told -> {
                    if (told > 0) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    private static Future<Integer> raise(
            SqlConnection connection,
            List<AlertMatch> matches,
            Instant now,
            Function<List<AlertStanding>, List<AlertWrite>> decide) {
        return new AlertStep(connection, matches, now).run(decide);
    }
}
