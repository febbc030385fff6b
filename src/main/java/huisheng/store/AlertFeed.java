package huisheng.store;

import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

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

    private static final String DUE =
            "SELECT " + AlertRows.COLUMNS + """

            FROM alert t
            WHERE t.id IN (%s UNION ALL %s)
            ORDER BY t.id
            LIMIT $2
            FOR UPDATE OF t SKIP LOCKED""".formatted(past("tell_at"), past("escalate_at"));

    private final Pool pool;
    private final Wakeups wakeups;
    private final SharedClock clock;

    public AlertFeed(Database database) {
        this(database, SharedClock.DATABASE);
    }

    public AlertFeed(Database database, SharedClock clock) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
        this.clock = clock;
    }

    /**
     * No mute and no cooldown makes an alert wait for more than three months, and quiet hours a day more. What seems to wait
     * longer, like one that was found or told later than now, is of a clock that was set back since.
     */
    private static String past(String column) {
        return """
                SELECT a.id FROM alert a
                WHERE a.%1$s IS NOT NULL AND a.rule_id <> ALL ($3::bigint[])
                  AND (a.%1$s <= $1::timestamptz OR a.%1$s > $1::timestamptz + interval '93 days'
                       OR greatest(a.last_seen, a.tried_at) > $1::timestamptz)
                """.formatted(column);
    }

    /** By the clock that all processes share. */
    public Future<Instant> now() {
        return clock.now(pool);
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
            BiFunction<Instant, List<AlertStanding>, List<AlertWrite>> decide) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> connection
                        .preparedQuery(MOVE)
                        .execute(Tuple.of(from.toString(), to.toString()))
                        .compose(moved -> moved.rowCount() == 0
                                ? Future.succeededFuture(false)
                                : raise(connection, matches, decide).map(true))))
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
            BiFunction<Instant, List<AlertStanding>, List<AlertWrite>> decide) {
        Tuple release = Tuple.of(claimed.rule().id(), claimed.lease(), AlertRows.utc(next));
        return Retry.onConflict(() -> pool.withTransaction(connection -> connection
                        .preparedQuery(RELEASE)
                        .execute(release)
                        .compose(released -> released.rowCount() == 0
                                ? Future.succeededFuture(false)
                                : raise(connection, matches, decide).map(true))))
                .onSuccess(kept -> {
                    if (kept && !matches.isEmpty()) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    /**
     * Alerts whose time to be told, or to be escalated, has come.
     *
     * @param except numbers of rules whose alerts stay as they are
     * @return how many
     */
    public Future<Integer> due(
            int limit, Set<Long> except, BiFunction<Instant, List<DueAlert>, List<AlertWrite>> decide) {
        Long[] others = except.toArray(Long[]::new);
        return Retry.onConflict(() -> pool.withTransaction(connection -> clock.now(connection)
                        .compose(now -> connection
                                .preparedQuery(DUE)
                                .execute(Tuple.of(AlertRows.utc(now), (long) limit)
                                        .addArrayOfLong(others)))
                        .compose(rows -> tell(connection, AlertRows.alerts(rows), decide))))
                .onSuccess(told -> {
                    if (told > 0) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    private Future<Integer> tell(
            SqlConnection connection,
            List<StoredAlert> alerts,
            BiFunction<Instant, List<DueAlert>, List<AlertWrite>> decide) {
        if (alerts.isEmpty()) return Future.succeededFuture(0);
        List<AlertGroup> groups = alerts.stream()
                .map(alert -> new AlertGroup(alert.rule(), alert.group()))
                .toList();
        return Restraints.read(connection, clock, groups).compose(read -> {
            List<DueAlert> due = new ArrayList<>();
            for (int i = 0; i < alerts.size(); i++) {
                due.add(new DueAlert(
                        alerts.get(i).notAfter(read.now()), read.all().get(i)));
            }
            return AlertWrites.write(connection, decide.apply(read.now(), due)).map(alerts.size());
        });
    }

    private Future<Integer> raise(
            SqlConnection connection,
            List<AlertMatch> matches,
            BiFunction<Instant, List<AlertStanding>, List<AlertWrite>> decide) {
        return new AlertStep(connection, clock, matches).run(decide);
    }
}
