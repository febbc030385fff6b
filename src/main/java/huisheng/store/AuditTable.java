package huisheng.store;

import com.fasterxml.jackson.core.type.TypeReference;
import huisheng.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The audit log: added to at its end, and read. */
public final class AuditTable {
    private static final String COLUMNS = """
            id, at, action, kind, who, name, address, method, route, path::text AS path,
            parameters::text AS parameters, filter::text AS filter, status, request, hash""";

    private static final String HEAD = "SELECT id, hash, seal FROM audit_head";

    /** $1 and $2 are an entry that was written before, 0 where none was. Who holds the head is the only one to write. */
    private static final String HOLD = """
            SELECT h.id, h.hash, h.seal,
                   $1::bigint = 0 OR (h.id >= $1 AND EXISTS (
                       SELECT FROM audit_entry WHERE id = $1 AND hash = $2::text)) AS continues
            FROM audit_head h
            FOR UPDATE OF h""";

    private static final String INSERT = """
            INSERT INTO audit_entry (id, at, action, kind, who, name, address, method, route, path, parameters, filter,
                                     status, request, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb, $11::text::jsonb, $12::text::jsonb, $13, $14,
                    $15)""";

    private static final String MOVE = "UPDATE audit_head SET (id, hash, seal) = ($1, $2, $3)";

    private static final String NEWEST = """
            SELECT %s FROM audit_entry
            WHERE id < $1
              AND ($2::text IS NULL OR action = $2)
              AND ($3::text IS NULL OR kind = $3)
              AND ($4::text IS NULL OR name = $4)
              AND ($5::timestamptz IS NULL OR at >= $5)
              AND ($6::timestamptz IS NULL OR at < $6)
            ORDER BY id DESC
            LIMIT $7""".formatted(COLUMNS);

    private final Pool pool;

    public AuditTable(Database database) {
        this.pool = database.pool();
    }

    /**
     * Which entries are asked for; null for any.
     *
     * @param before the id
     */
    public record Selection(
            long before,
            @Nullable String action,
            @Nullable String kind,
            @Nullable String name,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** What is added in one transaction, and the head after it. */
    public record Addition(List<AuditRow> rows, AuditHead head) {}

    /** @param continues whether the log that was added to is the one that the caller knew */
    public record Appended(AuditHead head, boolean continues) {}

    /**
     * Adds to the end, which nobody else moves meanwhile, and tells where it is then.
     *
     * @param id of an entry that the caller knows to have been written, 0 where none was
     * @param hash of that entry
     */
    public Future<Appended> append(long id, String hash, Function<AuditHead, Addition> additions) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(id, hash))
                .compose(rows -> {
                    Row held = rows.iterator().next();
                    return append(connection, additions.apply(head(held)))
                            .map(head -> new Appended(head, held.getBoolean("continues")));
                }));
    }

    private static Future<AuditHead> append(SqlConnection connection, Addition addition) {
        AuditHead head = addition.head();
        return connection
                .preparedQuery(INSERT)
                .executeBatch(addition.rows().stream().map(AuditTable::tuple).toList())
                .compose(done -> connection.preparedQuery(MOVE).execute(Tuple.of(head.id(), head.hash(), head.seal())))
                .map(head);
    }

    /** Newest first. */
    public Future<List<AuditRow>> newest(Selection selection, int limit) {
        Tuple parameters = Tuple.of(
                selection.before(),
                selection.action(),
                selection.kind(),
                selection.name(),
                time(selection.from()),
                time(selection.until()));
        return pool.preparedQuery(NEWEST).execute(parameters.addInteger(limit)).map(AuditTable::rows);
    }

    /** In the order in which they were written. */
    public Future<List<AuditRow>> after(long id, int limit) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM audit_entry WHERE id > $1 ORDER BY id LIMIT $2")
                .execute(Tuple.of(id, limit))
                .map(AuditTable::rows);
    }

    /** Empty where somebody took it away. */
    public Future<Optional<AuditHead>> head() {
        return pool.query(HEAD).execute().map(rows -> {
            var all = rows.iterator();
            return all.hasNext() ? Optional.of(head(all.next())) : Optional.empty();
        });
    }

    private static AuditHead head(Row row) {
        return new AuditHead(row.getLong("id"), row.getString("hash"), row.getString("seal"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : SessionTable.time(instant);
    }

    private static Tuple tuple(AuditRow row) {
        AuditEntry entry = row.entry();
        return Tuple.from(Arrays.asList(
                row.id(),
                SessionTable.time(entry.at()),
                entry.action(),
                entry.kind(),
                entry.who(),
                entry.name(),
                entry.address(),
                entry.method(),
                entry.route(),
                Json.write(entry.path()),
                Json.write(entry.parameters()),
                Json.write(entry.filter()),
                entry.status(),
                entry.request(),
                row.hash()));
    }

    private static List<AuditRow> rows(Iterable<Row> found) {
        List<AuditRow> rows = new ArrayList<>();
        for (Row row : found) {
            AuditEntry entry = new AuditEntry(
                    ReviewRows.time(row, "at"),
                    row.getString("action"),
                    row.getString("kind"),
                    row.getLong("who"),
                    row.getString("name"),
                    row.getString("address"),
                    row.getString("method"),
                    row.getString("route"),
                    read(row, "path", new TypeReference<TreeMap<String, String>>() {}),
                    read(row, "parameters", new TypeReference<List<String>>() {}),
                    read(row, "filter", new TypeReference<TreeMap<String, String>>() {}),
                    row.getInteger("status"),
                    row.getString("request"));
            rows.add(new AuditRow(row.getLong("id"), entry, row.getString("hash")));
        }
        return rows;
    }

    private static <T> T read(Row row, String column, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(row.getString(column), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
