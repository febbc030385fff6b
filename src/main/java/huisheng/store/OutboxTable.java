package huisheng.store;

import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be told outside. An event is written in the transaction of what it tells of, so it is told where that is
 * committed and nowhere else; whoever commits rings {@link Wakeups#OUTBOX}.
 */
public final class OutboxTable {
    /**
     * A key that is there already inserts nothing, and so is told to nobody again. Keys in one order, against deadlocks;
     * deliveries in the order in which they were told.
     *
     * <p>Reviews that are quoted are held as they are until the transaction ends, in the order of their keys like
     * everywhere: an edit or erasure waits, and then finds what was told.
     */
    private static final String TELL = """
            WITH new AS (
                SELECT * FROM jsonb_to_recordset($1::text::jsonb)
                AS n (nth integer, key text, type text, level smallint, about jsonb, body text, targets jsonb,
                      quoted bigint, words text)
            ), quotable AS (
                SELECT id, replace(text, E'\n', ' ') AS text FROM review
                WHERE id IN (SELECT quoted FROM new)
                ORDER BY channel COLLATE "C", external_id COLLATE "C" FOR SHARE
            ), told AS (
                INSERT INTO outbox_event (key, type, level, about, body, quoted)
                SELECT key, type, level, about,
                       CASE WHEN n.quoted IS NULL OR q.id IS NOT NULL THEN body ELSE (body::jsonb - 'said')::text END,
                       q.id
                FROM new n
                LEFT JOIN quotable q ON q.id = n.quoted AND position(n.words IN q.text) > 0
                WHERE n.quoted IS NULL OR q.id IS NOT NULL OR n.type <> 'review.matched'
                ORDER BY key COLLATE "C"
                ON CONFLICT (key) DO NOTHING
                RETURNING id, key
            ), taken AS (
                INSERT INTO delivery (event_id, target_id, urgent)
                SELECT o.id, t.id, coalesce(n.level = 1, false)
                FROM told o
                JOIN new n ON n.key = o.key
                JOIN target t ON t.enabled
                 AND CASE WHEN n.targets = '[]' THEN n.type = ANY (t.events) AND coalesce(n.level <= t.least_level, true)
                          ELSE n.targets ? t.name END
                WHERE %s
                ORDER BY n.nth, t.id
                RETURNING event_id
            )
            SELECT o.key, count(*)::int AS n FROM taken d JOIN told o ON o.id = d.event_id GROUP BY o.key""".formatted(ScopeSql.coversColumn("t.scope", "n.about"));

    private OutboxTable() {}

    /**
     * Runs in the caller's transaction. Answers once the rows are written.
     *
     * @return how many targets will be told, by key; a key that nobody is told of is not there
     */
    public static Future<Map<String, Integer>> tell(SqlConnection connection, List<NewEvent> events) {
        if (events.isEmpty()) return Future.succeededFuture(Map.of());
        return connection.preparedQuery(TELL).execute(Tuple.of(rows(events))).map(rows -> {
            Map<String, Integer> taken = new HashMap<>();
            for (Row row : rows) taken.put(row.getString("key"), row.getInteger("n"));
            return taken;
        });
    }

    /** Of the same key only the first is kept. */
    private static String rows(List<NewEvent> events) {
        Map<String, JsonObject> rows = new LinkedHashMap<>();
        for (NewEvent event : events) rows.putIfAbsent(event.key(), row(event, rows.size()));
        return new JsonArray(List.copyOf(rows.values())).encode();
    }

    private static JsonObject row(NewEvent event, int nth) {
        NewEvent.Quote quote = event.quote();
        return new JsonObject()
                .put("nth", nth)
                .put("key", Texts.storable(event.key()))
                .put("type", event.type())
                .put("level", event.level())
                .put("about", new JsonObject(Json.write(event.about())))
                .put("body", Texts.storable(event.body()))
                .put("targets", new JsonArray(List.copyOf(event.targets())))
                .put("quoted", quote == null ? null : quote.review())
                .put(
                        "words",
                        quote == null ? null : Texts.storable(quote.words().replace('\n', ' ')));
    }
}
