package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** API keys by the SHA-256 of their secret, in hexadecimal. */
public final class KeyTable {
    private static final String COLUMNS = "id, name, scope::text AS scope, rights, created_at, revoked_at";

    private static final String INSERT = """
            INSERT INTO access_key (hash, name, scope, rights)
            SELECT $1, $2, $3::text::jsonb, $4
            WHERE (SELECT count(*) FROM access_key WHERE revoked_at IS NULL) < $5
            RETURNING %s""".formatted(COLUMNS);

    /** Valid keys that there may be at the same time. */
    public static final long MAX_VALID = 1_000;

    private final Pool pool;

    public KeyTable(Database database) {
        this.pool = database.pool();
    }

    /** The new key; empty where there are {@link #MAX_VALID} valid keys already. */
    public Future<Optional<StoredKey>> insert(String hash, String name, Scope scope, Set<String> rights) {
        Tuple parameters = Tuple.of(hash, name, Json.write(scope))
                .addArrayOfString(rights.stream().sorted().toArray(String[]::new))
                .addLong(MAX_VALID);
        return pool.preparedQuery(INSERT).execute(parameters).map(KeyTable::first);
    }

    /** The key with this hash, unless it is revoked. */
    public Future<Optional<StoredKey>> find(String hash) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM access_key WHERE hash = $1 AND revoked_at IS NULL")
                .execute(Tuple.of(hash))
                .map(KeyTable::first);
    }

    /** The hash of the key that is revoked now; empty where there is none, or it was revoked before. */
    public Future<Optional<String>> revoke(long id) {
        return pool.preparedQuery(
                        "UPDATE access_key SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING hash")
                .execute(Tuple.of(id))
                .map(rows -> {
                    var all = rows.iterator();
                    return all.hasNext() ? Optional.of(all.next().getString("hash")) : Optional.empty();
                });
    }

    /** The valid keys, oldest first, then the revoked ones, latest first; at most twice {@link #MAX_VALID}. */
    public Future<List<StoredKey>> list() {
        return pool.query("SELECT " + COLUMNS + " FROM access_key ORDER BY revoked_at DESC NULLS FIRST, id LIMIT "
                        + 2 * MAX_VALID)
                .execute()
                .map(rows -> {
                    List<StoredKey> keys = new ArrayList<>();
                    for (Row row : rows) keys.add(key(row));
                    return keys;
                });
    }

    /** Whether any key was ever made. */
    public Future<Boolean> any() {
        return pool.query("SELECT EXISTS (SELECT 1 FROM access_key) AS found")
                .execute()
                .map(rows -> rows.iterator().next().getBoolean("found"));
    }

    private static Optional<StoredKey> first(RowSet<Row> rows) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(key(all.next())) : Optional.empty();
    }

    private static StoredKey key(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new StoredKey(
                row.getLong("id"),
                row.getString("name"),
                Json.read(row.getString("scope"), Scope.class),
                Set.of(row.getArrayOfStrings("rights")),
                ReviewRows.time(row, "created_at"),
                revoked == null ? null : revoked.toInstant());
    }
}
