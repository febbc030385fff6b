package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What of tickets and of playbooks under way is due soon or over, and was not told yet. */
public final class DueTable {
    private static final long BATCH = 100;

    /**
     * A sixth of its time before a first answer is due, three days before the implementation, and when a measure decides.
     * Locked, so that nobody is told of what is being done in this moment.
     */
    private static final String TICKETS = "SELECT " + Documents.COLUMNS + """
            , k.key, d.what, d.at, d.at <= $1 AS over
            FROM ticket t
            CROSS JOIN LATERAL (VALUES
                ('respond', t.respond_due, t.acknowledged_at IS NULL, t.level * interval '4 hours'),
                ('implement', t.implement_due, t.implemented_at IS NULL, interval '3 days'),
                ('verify', t.implemented_at + (t.body #>> '{work,goal,days}')::integer * interval '1 day',
                    t.state = 'implemented', interval '0')) d (what, at, open, before)
            CROSS JOIN LATERAL (VALUES ('ticket:' || t.id || ':' || d.what || ':' || floor(extract(epoch FROM d.at))
                || CASE WHEN d.at <= $1 THEN ':over' ELSE ':soon' END)) k (key)
            WHERE t.state NOT IN ('closed', 'cancelled') AND t.paused_since IS NULL AND d.open AND d.at - d.before <= $1
              AND NOT EXISTS (SELECT FROM outbox_event e WHERE e.key = k.key)
            ORDER BY t.id LIMIT $2 FOR SHARE OF t SKIP LOCKED""";

    private static final String RUNS = "SELECT " + Documents.COLUMNS + """
            , k.key, s.nth::text AS what, d.at, true AS over
            FROM playbook_run t
            CROSS JOIN LATERAL jsonb_array_elements(t.body -> 'steps') WITH ORDINALITY s (step, nth)
            CROSS JOIN LATERAL (VALUES (utc(s.step ->> 'due'))) d (at)
            CROSS JOIN LATERAL (VALUES ('run:' || t.id || ':' || s.nth || ':over')) k (key)
            WHERE t.ended_at IS NULL AND s.step ->> 'doneAt' IS NULL AND d.at <= $1
              AND NOT EXISTS (SELECT FROM outbox_event e WHERE e.key = k.key)
            ORDER BY t.id, s.nth LIMIT $2 FOR SHARE OF t SKIP LOCKED""";

    private final Pool pool;
    private final Wakeups wakeups;

    public DueTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** Tells some of the tickets. Answers of how many, 0 once there are none. Two processes at once tell each once. */
    public Future<Integer> tellTickets(Instant now, Function<Due, NewEvent> telling) {
        return tell(TICKETS, now, telling);
    }

    /** The same of steps of playbooks. */
    public Future<Integer> tellRuns(Instant now, Function<Due, NewEvent> telling) {
        return tell(RUNS, now, telling);
    }

    private Future<Integer> tell(String query, Instant now, Function<Due, NewEvent> telling) {
        return pool.withTransaction(connection -> due(connection, query, now)
                        .compose(due -> OutboxTable.tell(
                                        connection, due.stream().map(telling).toList())
                                .map(due.size())))
                .onSuccess(told -> {
                    if (told > 0) wakeups.ring(Wakeups.OUTBOX);
                });
    }

    private static Future<List<Due>> due(SqlConnection connection, String query, Instant now) {
        return connection
                .preparedQuery(query)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), BATCH))
                .map(DueTable::all);
    }

    private static List<Due> all(RowSet<Row> rows) {
        List<Due> due = new ArrayList<>(rows.size());
        for (Row row : rows) {
            due.add(new Due(
                    Documents.document(row),
                    row.getString("key"),
                    row.getString("what"),
                    ReviewRows.time(row, "at"),
                    row.getBoolean("over")));
        }
        return due;
    }
}
