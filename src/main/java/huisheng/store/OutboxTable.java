package huisheng.store;

import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What is to be told outside. An event is written in the transaction of what it tells of, so it is told where that is
 * committed and nowhere else; whoever commits rings {@link Wakeups#OUTBOX}.
 */
public final class OutboxTable {
    /** A key that is there already inserts nothing, and so is told to nobody again. */
    private static final String TELL = """
            WITH new AS (
                SELECT * FROM jsonb_to_recordset($1::text::jsonb)
                AS n (key text, type text, level smallint, about jsonb, body text, targets jsonb)
            ), told AS (
                INSERT INTO outbox_event (key, type, level, about, body)
                SELECT key, type, level, about, body FROM new ORDER BY key COLLATE "C"
                ON CONFLICT (key) DO NOTHING
                RETURNING id, key
            )
            INSERT INTO delivery (event_id, target_id)
            SELECT o.id, t.id
            FROM told o
            JOIN new n ON n.key = o.key
            JOIN target t ON t.enabled
             AND CASE WHEN n.targets = '[]' THEN n.type = ANY (t.events) AND coalesce(n.level <= t.least_level, true)
                      ELSE n.targets ? t.name END
            WHERE %s
            ORDER BY o.id, t.id""".formatted(ScopeSql.coversColumn("t.scope", "n.about"));

    private OutboxTable() {}

    /** Runs in the caller's transaction. Answers once the rows are written. */
    public static Future<Void> tell(SqlConnection connection, List<NewEvent> events) {
        if (events.isEmpty()) return Future.succeededFuture();
        return connection.preparedQuery(TELL).execute(Tuple.of(rows(events))).mapEmpty();
    }

    /** Of the same key only the last is kept. */
    private static String rows(Collection<NewEvent> events) {
        TreeMap<String, JsonObject> rows = new TreeMap<>(Comparator.naturalOrder());
        for (NewEvent event : events) rows.put(event.key(), row(event));
        return new JsonArray(List.copyOf(rows.values())).encode();
    }

    private static JsonObject row(NewEvent event) {
        return new JsonObject()
                .put("key", Texts.storable(event.key()))
                .put("type", event.type())
                .put("level", event.level())
                .put("about", new JsonObject(Json.write(event.about())))
                .put("body", Texts.storable(event.body()))
                .put("targets", new JsonArray(List.copyOf(event.targets())));
    }
}
