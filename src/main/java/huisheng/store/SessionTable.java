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

    private static final Duration USED_WITHIN = Duration.ofMinutes(1);

    private static final String FIND = """
            SELECT s.used_at, u.id, u.login, u.name, u.role, u.scope::text AS scope, u.team, u.created_at, u.disabled_at
            FROM access_session s
            JOIN access_user u ON u.id = s.user_id
            WHERE s.hash = $1 AND s.used_at > $2 AND s.created_at > $3 AND u.disabled_at IS NULL""";

    private static final String TRIM = """
            DELETE FROM access_session
            WHERE user_id = $1 AND hash NOT IN (
                SELECT hash FROM access_session WHERE user_id = $1 ORDER BY used_at DESC, hash LIMIT %d)""".formatted(MAX_EACH);

    private final Pool pool;

    public SessionTable(Database database) {
        this.pool = database.pool();
    }

    public Future<Void> insert(String hash, long user, Instant now) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(
                        "INSERT INTO access_session (hash, user_id, created_at, used_at) VALUES ($1, $2, $3, $3)")
                .execute(Tuple.of(hash, user, time(now)))
                .compose(done -> connection.preparedQuery(TRIM).execute(Tuple.of(user)))
                .mapEmpty());
    }

    /**
     * Whose session it is, who counts as having used it now.
     *
     * @param usedAfter else it has lain idle too long
     * @param madeAfter else it is too old
     */
    public Future<Optional<StoredUser>> use(String hash, Instant now, Instant usedAfter, Instant madeAfter) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(hash, time(usedAfter), time(madeAfter)))
                .compose(rows -> {
                    var all = rows.iterator();
                    if (!all.hasNext()) return Future.succeededFuture(Optional.empty());
                    Row row = all.next();
                    StoredUser user = UserTable.user(row);
                    boolean fresh = ReviewRows.time(row, "used_at").isAfter(now.minus(USED_WITHIN));
                    return (fresh ? Future.<Void>succeededFuture() : touch(hash, now)).map(Optional.of(user));
                });
    }

    private Future<Void> touch(String hash, Instant now) {
        return pool.preparedQuery("UPDATE access_session SET used_at = $2 WHERE hash = $1")
                .execute(Tuple.of(hash, time(now)))
                .mapEmpty();
    }

    public Future<Void> delete(String hash) {
        return pool.preparedQuery("DELETE FROM access_session WHERE hash = $1")
                .execute(Tuple.of(hash))
                .mapEmpty();
    }

    /** Drops what no longer opens anything. */
    public Future<Void> prune(Instant usedAfter, Instant madeAfter) {
        return pool.preparedQuery("DELETE FROM access_session WHERE used_at <= $1 OR created_at <= $2")
                .execute(Tuple.of(time(usedAfter), time(madeAfter)))
                .mapEmpty();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
