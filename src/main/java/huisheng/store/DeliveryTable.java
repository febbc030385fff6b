package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of deliveries, for people. */
public final class DeliveryTable {
    private static final Duration BODIES_KEPT = Duration.ofDays(7);
    static final Duration ROWS_KEPT = Duration.ofDays(400);

    private static final String PAGE = """
            SELECT d.id, e.key, e.type, e.level, t.name AS target, t.kind, d.state, d.failures, d.error, d.created_at,
                   CASE WHEN d.state = 'waiting' THEN greatest(d.due_at, t.due_at, now()) END AS due_at, d.ended_at
            FROM delivery d
            JOIN outbox_event e ON e.id = d.event_id
            JOIN target t ON t.id = d.target_id
            WHERE %s
            ORDER BY d.id DESC
            LIMIT $2""";

    private static final String ALL = PAGE.formatted("d.id < $1");
    private static final String IN_STATE = PAGE.formatted("d.id < $1 AND d.state = $3");

    private static final String FIND = PAGE.formatted("d.id = $1");

    private static final String RESEND = """
            UPDATE delivery SET state = 'waiting', failures = 0, due_at = 'epoch', ended_at = NULL
            WHERE id = $1 AND state = 'dead'""";

    private static final String COUNTS = """
            SELECT t.kind, d.state, count(*) AS n
            FROM delivery d JOIN target t ON t.id = d.target_id
            WHERE d.state IN ('waiting', 'sending', 'dead')
            GROUP BY t.kind, d.state""";

    /** The key stays, so that it is told once for ever; what was told goes. */
    private static final String FORGET_BODIES = """
            UPDATE outbox_event e SET body = NULL
            WHERE body IS NOT NULL AND created_at < now() - $1::float8 * interval '1 second'
              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.event_id = e.id AND d.state <> 'sent')""";

    private static final String FORGET_ROWS = """
            DELETE FROM outbox_event e
            WHERE created_at < now() - $1::float8 * interval '1 second'
              AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.event_id = e.id AND d.state IN ('waiting', 'sending'))""";

    private final Pool pool;
    private final Wakeups wakeups;

    public DeliveryTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** How many deliveries to targets of a kind are in a state that is not over. */
    public record Count(String kind, String state, long n) {}

    /** Newest first, those with an id below {@code before}; of every state where none is given. */
    public Future<List<StoredDelivery>> list(@Nullable String state, long before, int limit) {
        Tuple parameters = Tuple.of(before, (long) limit);
        Future<RowSet<Row>> rows = state == null
                ? pool.preparedQuery(ALL).execute(parameters)
                : pool.preparedQuery(IN_STATE).execute(parameters.addString(state));
        return rows.map(DeliveryTable::deliveries);
    }

    public Future<Optional<StoredDelivery>> find(long id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id, 1L))
                .map(rows -> deliveries(rows).stream().findFirst());
    }

    /** Gives a dead delivery all its attempts again. False where it is not dead. */
    public Future<Boolean> resend(long id) {
        return pool.preparedQuery(RESEND)
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() > 0)
                .onSuccess(found -> wakeups.ring(Wakeups.OUTBOX));
    }

    public Future<List<Count>> counts() {
        return pool.query(COUNTS).execute().map(rows -> {
            List<Count> counts = new ArrayList<>();
            for (Row row : rows) {
                counts.add(new Count(row.getString("kind"), row.getString("state"), row.getLong("n")));
            }
            return counts;
        });
    }

    /** Forgets what was told a week ago, and after a year that it was. */
    public Future<Void> prune() {
        return pool.preparedQuery(FORGET_BODIES)
                .execute(Tuple.of((double) BODIES_KEPT.toSeconds()))
                .compose(done -> pool.preparedQuery(FORGET_ROWS).execute(Tuple.of((double) ROWS_KEPT.toSeconds())))
                .mapEmpty();
    }

    private static List<StoredDelivery> deliveries(RowSet<Row> rows) {
        List<StoredDelivery> deliveries = new ArrayList<>(rows.size());
        for (Row row : rows) deliveries.add(delivery(row));
        return deliveries;
    }

    private static StoredDelivery delivery(Row row) {
        return new StoredDelivery(
                row.getLong("id"),
                row.getString("key"),
                row.getString("type"),
                row.getInteger("level"),
                row.getString("target"),
                row.getString("kind"),
                row.getString("state"),
                row.getInteger("failures"),
                row.getString("error"),
                ReviewRows.time(row, "created_at"),
                ReviewRows.timeOrNull(row, "due_at"),
                ReviewRows.timeOrNull(row, "ended_at"));
    }
}
