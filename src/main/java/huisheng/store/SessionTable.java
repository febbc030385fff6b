package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Who is logged in, by the SHA-256 of what their cookie holds. */
public final class SessionTable {
    /** Sessions of a user at the same time; the least used goes for the next. */
    static final int MAX_EACH = 20;

    /** Within their time by the database's clock, which all processes share; of a time to come only before it was set back. */
    private static final String LIVE = """
            s.used_at BETWEEN now() - make_interval(secs => $1) AND now() + interval '1 minute'
              AND s.created_at BETWEEN now() - make_interval(secs => $2) AND now() + interval '1 minute'""";

    private static final String FIND = """
            SELECT s.used_at < now() - interval '1 minute' AS stale,
                   u.id, u.login, u.name, u.role, u.scope::text AS scope, u.team, u.created_at, u.disabled_at
            FROM access_session s
            JOIN access_user u ON u.id = s.user_id
            WHERE s.hash = $3 AND %s AND u.disabled_at IS NULL""".formatted(LIVE);

    private static final String PRUNE = "DELETE FROM access_session s WHERE NOT (" + LIVE + ")";

    /** Against one who changes the password at the same time: either waits for the other, who then sees what it did. */
    private static final String INSERT = """
            WITH person AS (
                SELECT id FROM access_user WHERE id = $2 AND password = $3 AND disabled_at IS NULL FOR SHARE
            )
            INSERT INTO access_session (hash, user_id, created_at, used_at)
            SELECT $1, id, now(), now() FROM person""";

    private static final String TRIM = """
            DELETE FROM access_session
            WHERE user_id = $1 AND hash NOT IN (
                SELECT hash FROM access_session WHERE user_id = $1 ORDER BY used_at DESC, hash LIMIT %d)""".formatted(MAX_EACH);

    private final Pool pool;

    public SessionTable(Database database) {
        this.pool = database.pool();
    }

    /**
     * Whether the session is there now.
     *
     * @param password what the password hashed to when it was verified; under another there is no session
     */
    public Future<Boolean> insert(String hash, long user, String password) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(hash, user, password))
                .compose(inserted ->
                        connection.preparedQuery(TRIM).execute(Tuple.of(user)).map(inserted.rowCount() > 0)));
    }

    /**
     * Whose session it is, who counts as having used it now.
     *
     * @param idle after which one that is not used has ended
     * @param longest after which any has
     */
    public Future<Optional<StoredUser>> use(String hash, Duration idle, Duration longest) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(seconds(idle), seconds(longest), hash))
                .compose(rows -> {
                    var all = rows.iterator();
                    if (!all.hasNext()) return Future.succeededFuture(Optional.empty());
                    Row row = all.next();
                    StoredUser user = UserTable.user(row);
                    return (row.getBoolean("stale") ? touch(hash) : Future.<Void>succeededFuture())
                            .map(Optional.of(user));
                });
    }

    private Future<Void> touch(String hash) {
        return pool.preparedQuery("UPDATE access_session SET used_at = now() WHERE hash = $1")
                .execute(Tuple.of(hash))
                .mapEmpty();
    }

    public Future<Void> delete(String hash) {
        return pool.preparedQuery("DELETE FROM access_session WHERE hash = $1")
                .execute(Tuple.of(hash))
                .mapEmpty();
    }

    /** Drops what no longer opens anything. */
    public Future<Void> prune(Duration idle, Duration longest) {
        return pool.preparedQuery(PRUNE)
                .execute(Tuple.of(seconds(idle), seconds(longest)))
                .mapEmpty();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
