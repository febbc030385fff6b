package huisheng.store;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of documents, each change of which is told in the history by the same transaction. That fails where the entry's
 * {@link RequestKey} is there already.
 */
final class Documents {
    static final int MAX_ENTRIES = 200;

    static final String COLUMNS = "t.id, t.version, t.about::text AS about, t.body::text AS body";

    private static final String FIND = "SELECT " + COLUMNS + " FROM %s t WHERE t.id = $1 AND %s";

    private static final String TELL = """
            INSERT INTO history (subject, subject_id, version, happened_at, done_by, kind, changes, note, request_key, request)
            VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9, $10)""";
    private static final String HISTORY = """
            SELECT version, kind, done_by, happened_at, changes::text AS changes, note
            FROM history WHERE subject = $1 AND subject_id = $2 AND version < $3 ORDER BY version DESC LIMIT $4""";

    private final String table;
    private final String find;
    private final String insert;
    private final String update;

    Documents(String table) {
        this.table = table;
        this.find = FIND.formatted(table, ScopeSql.covers("t.about", 2));
        this.insert = "INSERT INTO " + table
                + " AS t (about, body) VALUES ($1::text::jsonb, $2::text::jsonb) RETURNING " + COLUMNS;
        this.update = "UPDATE " + table
                + " AS t SET version = version + 1, body = $2::text::jsonb WHERE id = $1 RETURNING " + COLUMNS;
    }

    Future<Optional<StoredDocument>> find(SqlClient client, Scope scope, long id) {
        return client.preparedQuery(find)
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(Documents::first);
    }

    /** Changes of one document wait for each other, so that its versions have no gap. */
    Future<Optional<StoredDocument>> lock(SqlConnection connection, Scope scope, long id) {
        return connection
                .preparedQuery(find + " FOR UPDATE")
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(Documents::first);
    }

    Future<StoredDocument> insert(SqlConnection connection, Scope about, Revision first) {
        return connection
                .preparedQuery(insert)
                .execute(Tuple.of(Json.write(about), Texts.storable(first.body())))
                .compose(rows -> told(connection, rows, first.entry()));
    }

    /** Of a document that this transaction has locked. */
    Future<StoredDocument> update(SqlConnection connection, long id, Revision next) {
        return connection
                .preparedQuery(update)
                .execute(Tuple.of(id, Texts.storable(next.body())))
                .compose(rows -> told(connection, rows, next.entry()));
    }

    private Future<StoredDocument> told(SqlConnection connection, RowSet<Row> rows, NewEntry entry) {
        StoredDocument stored = document(rows.iterator().next());
        Tuple told = Tuple.of(table, stored.id(), stored.version(), entry.at().atOffset(ZoneOffset.UTC));
        told.addString(Texts.storable(entry.by()));
        told.addString(entry.kind());
        told.addString(Texts.storable(entry.changes()));
        told.addString(Texts.storableOrNull(entry.note()));
        RequestKey once = entry.once();
        told.addString(once == null ? null : once.key());
        told.addString(once == null ? null : once.request());
        return connection.preparedQuery(TELL).execute(told).map(stored);
    }

    /** Newest first, at most {@link #MAX_ENTRIES}, of versions below the one given. */
    Future<List<Entry>> history(SqlClient client, long id, int below, int limit) {
        if (limit < 1 || limit > MAX_ENTRIES) throw new IllegalArgumentException("limit must be 1 to " + MAX_ENTRIES);
        return client.preparedQuery(HISTORY)
                .execute(Tuple.of(table, id, below, (long) limit))
                .map(rows -> {
                    List<Entry> entries = new ArrayList<>(rows.size());
                    for (Row row : rows) entries.add(entry(row));
                    return entries;
                });
    }

    private static Entry entry(Row row) {
        return new Entry(
                row.getInteger("version"),
                row.getString("kind"),
                row.getString("done_by"),
                ReviewRows.time(row, "happened_at"),
                Json.read(row.getString("changes"), JsonNode.class),
                row.getString("note"));
    }

    static Optional<StoredDocument> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(document(rows.iterator().next()));
    }

    static List<StoredDocument> all(RowSet<Row> rows) {
        List<StoredDocument> documents = new ArrayList<>(rows.size());
        for (Row row : rows) documents.add(document(row));
        return documents;
    }

    static StoredDocument document(Row row) {
        return new StoredDocument(
                row.getLong("id"),
                row.getInteger("version"),
                Json.read(row.getString("about"), Scope.class),
                row.getString("body"));
    }
}
