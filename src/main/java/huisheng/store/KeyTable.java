package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys by the SHA-256 of their secret, in hexadecimal. */
public final class KeyTable {
    private static final String COLUMNS =
            "id, name, scope::text AS scope, rights, created_at, revoked_at, expires_at, used_at";

    private static final String INSERT = """
            INSERT INTO access_key (hash, name, scope, rights, expires_at)
            SELECT $1, $2, $3::text::jsonb, $4, $5
            WHERE (SELECT count(*) FROM access_key
                   WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())) < $6
            RETURNING %s""".formatted(COLUMNS);

    private static final String FIND = """
            SELECT %s FROM access_key
            WHERE (hash = $1 OR (previous_hash = $1 AND previous_until > now()))
              AND revoked_at IS NULL
              AND (expires_at IS NULL OR expires_at > now())""".formatted(COLUMNS);

    private static final String ROTATE = """
            UPDATE access_key
            SET hash = $2, previous_hash = hash, previous_until = now() + make_interval(secs => $3)
            WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
            RETURNING %s""".formatted(COLUMNS);

    private static final String USE = """
            UPDATE access_key SET used_at = now()
            WHERE id = $1 AND (used_at IS NULL OR used_at < now() - interval '1 hour')""";

    private static final String REVOKE = """
            UPDATE access_key SET revoked_at = now()
            WHERE id = $1 AND revoked_at IS NULL
            RETURNING array_remove(ARRAY[hash, previous_hash], NULL) AS hashes""";

    /** Valid keys that there may be at the same time. */
    public static final long MAX_VALID = 1_000;

    private final Pool pool;

    public KeyTable(Database database) {
        this.pool = database.pool();
    }

    /** The new key; empty where there are {@link #MAX_VALID} valid keys already. */
    public Future<Optional<StoredKey>> insert(
            String hash, String name, Scope scope, Set<String> rights, @Nullable Instant expiresAt) {
        Tuple parameters = Tuple.of(hash, name, Json.write(scope))
                .addArrayOfString(rights.stream().sorted().toArray(String[]::new))
                .addValue(expiresAt == null ? null : SessionTable.time(expiresAt))
                .addLong(MAX_VALID);
        return pool.preparedQuery(INSERT).execute(parameters).map(KeyTable::first);
    }

    /** The key with this hash, unless it is revoked or has expired. */
    public Future<Optional<StoredKey>> find(String hash) {
        return pool.preparedQuery(FIND).execute(Tuple.of(hash)).map(KeyTable::first);
    }

    /** Notes that the key was used, once an hour. */
    public Future<Void> use(long id) {
        return pool.preparedQuery(USE).execute(Tuple.of(id)).mapEmpty();
    }

    /**
     * Gives the key another secret.
     *
     * @param overlap for which the one before works, too
     * @return empty where there is no valid key
     */
    public Future<Optional<StoredKey>> rotate(long id, String hash, Duration overlap) {
        return pool.preparedQuery(ROTATE)
                .execute(Tuple.of(id, hash, (double) overlap.toSeconds()))
                .map(KeyTable::first);
    }

    /** The hashes of the key that is revoked now; empty where there is none, or it was revoked before. */
    public Future<List<String>> revoke(long id) {
        return pool.preparedQuery(REVOKE).execute(Tuple.of(id)).map(rows -> {
            var all = rows.iterator();
            return all.hasNext() ? List.of(all.next().getArrayOfStrings("hashes")) : List.of();
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
        return new StoredKey(
                row.getLong("id"),
                row.getString("name"),
                Json.read(row.getString("scope"), Scope.class),
                Set.of(row.getArrayOfStrings("rights")),
                ReviewRows.time(row, "created_at"),
                ReviewRows.timeOrNull(row, "revoked_at"),
                ReviewRows.timeOrNull(row, "expires_at"),
                ReviewRows.timeOrNull(row, "used_at"));
    }
}
