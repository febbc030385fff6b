package huisheng.store;

import huisheng.review.Labelled;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Alerts as people see and handle them. What a caller's scope does not cover is not there. */
public final class AlertTable {
    public static final int MAX_LOG = 200;

    private static final String FIND =
            "SELECT " + AlertRows.COLUMNS + "\nFROM alert t\nWHERE t.id = $1 AND " + ScopeSql.covers("t.about", 2);

    private static final String LIST = "SELECT " + AlertRows.COLUMNS + """

            FROM alert t
            WHERE ($1::text[] IS NULL OR t.state = ANY ($1::text[]))
              AND ($2::int[] IS NULL OR t.level = ANY ($2::int[]))
              AND ($3::bigint IS NULL OR t.rule_id = $3::bigint)
              AND ($4::bigint IS NULL OR t.id < $4::bigint)
              AND %s
            ORDER BY t.id DESC
            LIMIT $5""".formatted(ScopeSql.covers("t.about", 6));

    private static final String LOG = """
            SELECT at, what, actor, comment FROM alert_log WHERE alert_id = $1 ORDER BY seq DESC LIMIT $2""";

    /** No group is the whole rule. */
    private static final String MUTE = """
            INSERT INTO alert_mute AS m (rule_id, group_key, until, muted_by) VALUES ($1, $2, $3, $4)
            ON CONFLICT (rule_id, group_key) DO UPDATE
            SET (until, muted_by, muted_at) = (excluded.until, excluded.muted_by, now())""";

    /** What waits is looked at again, by the mute as it stands now. */
    private static final String LOOK_AGAIN = """
            UPDATE alert
            SET tell_at = CASE WHEN tell_at IS NOT NULL THEN 'epoch'::timestamptz END,
                escalate_at = CASE WHEN escalate_at IS NOT NULL THEN 'epoch'::timestamptz END
            WHERE rule_id = $1 AND ($2::text IS NULL OR group_key = $2) AND state <> 'closed'
              AND (tell_at IS NOT NULL OR escalate_at IS NOT NULL)""";

    private final Pool pool;
    private final Wakeups wakeups;
    private final SharedClock clock = SharedClock.DATABASE;

    public AlertTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** By the clock that all processes share. */
    public Future<Instant> now() {
        return clock.now(pool);
    }

    public Future<Optional<StoredAlert>> find(Scope scope, long id) {
        return pool.preparedQuery(FIND)
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(rows -> AlertRows.alerts(rows).stream().findFirst());
    }

    public Future<List<StoredAlert>> list(Scope scope, AlertQuery query) {
        Tuple parameters = Tuple.tuple();
        if (query.states().isEmpty()) parameters.addValue(null);
        else
            parameters.addArrayOfString(
                    query.states().stream().map(Labelled::label).toArray(String[]::new));
        if (query.levels().isEmpty()) parameters.addValue(null);
        else parameters.addArrayOfInteger(query.levels().toArray(Integer[]::new));
        parameters.addLong(query.rule()).addLong(query.before()).addLong((long) query.limit());
        return pool.preparedQuery(LIST)
                .execute(ScopeSql.bind(parameters, scope))
                .map(AlertRows::alerts);
    }

    /** What happened to it, the newest first, at most {@link #MAX_LOG}. To be asked of an alert that was found. */
    public Future<List<AlertLog>> log(long id) {
        return pool.preparedQuery(LOG).execute(Tuple.of(id, (long) MAX_LOG)).map(rows -> {
            List<AlertLog> log = new ArrayList<>(rows.size());
            for (Row row : rows) {
                log.add(new AlertLog(
                        ReviewRows.time(row, "at"),
                        row.getString("what"),
                        row.getString("actor"),
                        row.getString("comment")));
            }
            return log;
        });
    }

    /**
     * Changes an alert that nobody changes meanwhile.
     *
     * @param change what shall stand, at what time; empty where it stays as it is
     * @return as it stands then; empty where the scope does not cover it
     */
    public Future<Optional<StoredAlert>> change(
            Scope scope, long id, BiFunction<Instant, StoredAlert, Optional<AlertWrite>> change) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> change(connection, scope, id, change)))
                .onSuccess(changed -> wakeups.ring(Wakeups.OUTBOX));
    }

    /** The same, and nobody is told of its group until then; a time that has passed ends that. */
    public Future<Optional<StoredAlert>> mute(
            Scope scope,
            long id,
            Instant until,
            String by,
            BiFunction<Instant, StoredAlert, Optional<AlertWrite>> change) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> change(connection, scope, id, change)
                .compose(changed -> changed.isEmpty()
                        ? Future.succeededFuture(changed)
                        : mute(connection, changed.get().rule(), changed.get().group(), until, by)
                                .map(changed))));
    }

    /** Nobody is told of any alert of the rule until then; a time that has passed ends it. */
    public Future<Void> muteRule(long rule, Instant until, String by) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> mute(connection, rule, null, until, by)));
    }

    private static Future<Void> mute(
            SqlConnection connection, long rule, @Nullable String group, Instant until, String by) {
        return Restraints.lock(connection, rule)
                .compose(locked -> connection
                        .preparedQuery(MUTE)
                        .execute(Tuple.of(rule, group, AlertRows.utc(until), Texts.storable(by))))
                .compose(muted -> connection.preparedQuery(LOOK_AGAIN).execute(Tuple.of(rule, group)))
                .mapEmpty();
    }

    private Future<Optional<StoredAlert>> change(
            SqlConnection connection,
            Scope scope,
            long id,
            BiFunction<Instant, StoredAlert, Optional<AlertWrite>> change) {
        return connection
                .preparedQuery(FIND + " FOR UPDATE OF t")
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(rows -> AlertRows.alerts(rows).stream().findFirst())
                .compose(found -> clock.now(connection).compose(now -> {
                    Optional<AlertWrite> write = found.flatMap(alert -> change.apply(now, alert.notAfter(now)));
                    if (write.isEmpty()) return Future.succeededFuture(found);
                    return AlertWrites.write(connection, List.of(write.get()))
                            .map(written -> Optional.of(written.getFirst().alert()));
                }));
    }
}
