package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People who may log in, and what their passwords hash to. */
public final class UserTable {
    /** Users that there may be. */
    public static final long MAX = 10_000;

    private static final String COLUMNS = "id, login, name, role, scope::text AS scope, team, created_at, disabled_at";

    private static final String INSERT = """
            INSERT INTO access_user (login, name, password, role, scope, team)
            SELECT $1, $2, $3, $4, $5::text::jsonb, $6
            WHERE (SELECT count(*) FROM access_user) < $7
            ON CONFLICT (login) DO NOTHING
            RETURNING %s""".formatted(COLUMNS);

    private static final String UPDATE = """
            UPDATE access_user
            SET name = $2, role = $3, scope = $4::text::jsonb, team = $5,
                disabled_at = CASE WHEN $6 THEN coalesce(disabled_at, now()) END
            WHERE id = $1
            RETURNING %s""".formatted(COLUMNS);

    private final Pool pool;

    public UserTable(Database database) {
        this.pool = database.pool();
    }

    /** What may change of a user. */
    public record Profile(
            String name, String role, Scope scope, @Nullable String team, boolean disabled) {}

    /** With what the password hashes to. */
    public record WithPassword(StoredUser user, String hash) {
        /** Without the hash, so that it reaches no log. */
        @Override
        public String toString() {
            return "WithPassword[" + user + "]";
        }
    }

    /** The new user; empty where the login is taken, or there are {@link #MAX}. */
    public Future<Optional<StoredUser>> insert(String login, Profile profile, String hash) {
        Tuple parameters =
                Tuple.of(login, profile.name(), hash, profile.role(), Json.write(profile.scope()), profile.team(), MAX);
        return pool.preparedQuery(INSERT).execute(parameters).map(UserTable::first);
    }

    public Future<Optional<StoredUser>> find(long id) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM access_user WHERE id = $1")
                .execute(Tuple.of(id))
                .map(UserTable::first);
    }

    public Future<Optional<WithPassword>> find(String login) {
        return pool.preparedQuery("SELECT password, " + COLUMNS + " FROM access_user WHERE login = $1")
                .execute(Tuple.of(login))
                .map(rows -> {
                    var all = rows.iterator();
                    if (!all.hasNext()) return Optional.empty();
                    Row row = all.next();
                    return Optional.of(new WithPassword(user(row), row.getString("password")));
                });
    }

    /** In the order in which they were made, after that id. */
    public Future<List<StoredUser>> list(long after, int limit) {
        return pool.preparedQuery("SELECT " + COLUMNS + " FROM access_user WHERE id > $1 ORDER BY id LIMIT $2")
                .execute(Tuple.of(after, limit))
                .map(rows -> {
                    List<StoredUser> users = new ArrayList<>();
                    for (Row row : rows) users.add(user(row));
                    return users;
                });
    }

    /** Empty where there is none. Who is disabled has no session left, nor again later. */
    public Future<Optional<StoredUser>> update(long id, Profile profile) {
        Tuple parameters = Tuple.of(
                id, profile.name(), profile.role(), Json.write(profile.scope()), profile.team(), profile.disabled());
        return pool.withTransaction(connection -> connection
                .preparedQuery(UPDATE)
                .execute(parameters)
                .compose(rows -> (profile.disabled() ? endSessions(connection, id) : Future.<Void>succeededFuture())
                        .map(first(rows))));
    }

    /** Whether there was such a user; every session of theirs is gone with the old password. */
    public Future<Boolean> setPassword(long id, String hash) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("UPDATE access_user SET password = $2 WHERE id = $1")
                .execute(Tuple.of(id, hash))
                .compose(updated -> endSessions(connection, id).map(updated.rowCount() > 0)));
    }

    private static Future<Void> endSessions(SqlConnection connection, long user) {
        return connection
                .preparedQuery("DELETE FROM access_session WHERE user_id = $1")
                .execute(Tuple.of(user))
                .mapEmpty();
    }

    /** Whether there was such a user; their sessions go along. */
    public Future<Boolean> delete(long id) {
        return pool.preparedQuery("DELETE FROM access_user WHERE id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Optional<StoredUser> first(RowSet<Row> rows) {
        var all = rows.iterator();
        return all.hasNext() ? Optional.of(user(all.next())) : Optional.empty();
    }

    static StoredUser user(Row row) {
        return new StoredUser(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                Json.read(row.getString("scope"), Scope.class),
                row.getString("team"),
                ReviewRows.time(row, "created_at"),
                ReviewRows.timeOrNull(row, "disabled_at"));
    }
}
