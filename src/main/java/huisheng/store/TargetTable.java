package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Filter;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where notices go. */
public final class TargetTable {
    /** Each takes a query and a call of its own. */
    public static final int MOST = 200;

    /** A change may be what the target waited for, so it is tried at once. */
    private static final String PUT = """
            INSERT INTO target AS t (name, kind, shown, sealed, language, events, least_level, filter, scope, enabled,
                                     updated_by)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9::text::jsonb, $10, $11
            WHERE EXISTS (SELECT 1 FROM target WHERE name = $1) OR (SELECT count(*) FROM target) < %d
            ON CONFLICT (name) DO UPDATE
            SET (kind, shown, sealed, language, events, least_level, filter, scope, enabled, updated_by)
                = (excluded.kind, excluded.shown, excluded.sealed, excluded.language, excluded.events,
                   excluded.least_level, excluded.filter, excluded.scope, excluded.enabled, excluded.updated_by),
                updated_at = now(), due_at = 'epoch', failures = 0
            RETURNING %s""".formatted(MOST, TargetRows.COLUMNS);

    private static final String LIST = "SELECT " + TargetRows.COLUMNS + " FROM target t ORDER BY t.name LIMIT " + MOST;

    private static final String FIND = "SELECT " + TargetRows.COLUMNS + " FROM target t WHERE t.name = $1";

    private final Pool pool;
    private final Wakeups wakeups;

    public TargetTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** What an administrator says of a target; see {@link StoredTarget}. */
    public record NewTarget(
            String name,
            String kind,
            String shown,
            String sealed,
            String language,
            Set<String> events,
            @Nullable Integer leastLevel,
            @Nullable Filter filter,
            Scope scope,
            boolean enabled,
            String by) {
        public NewTarget {
            events = Set.copyOf(events);
        }
    }

    /** Makes or replaces it; empty where there are {@link #MOST} others already. */
    public Future<Optional<StoredTarget>> put(NewTarget target) {
        Filter filter = target.filter();
        Tuple parameters = Tuple.of(target.name(), target.kind(), target.shown(), target.sealed(), target.language())
                .addArrayOfString(target.events().stream().sorted().toArray(String[]::new))
                .addInteger(target.leastLevel())
                .addString(filter == null ? null : Json.write(filter))
                .addString(Json.write(target.scope()))
                .addBoolean(target.enabled())
                .addString(Texts.storable(target.by()));
        return pool.preparedQuery(PUT)
                .execute(parameters)
                .onSuccess(rows -> wakeups.ring(Wakeups.OUTBOX))
                .map(rows -> TargetRows.targets(rows).stream().findFirst());
    }

    /** By name, at most {@link #MOST}. */
    public Future<List<StoredTarget>> list() {
        return pool.query(LIST).execute().map(TargetRows::targets);
    }

    public Future<Optional<StoredTarget>> find(String name) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(Texts.storable(name)))
                .map(rows -> TargetRows.targets(rows).stream().findFirst());
    }

    /** With everything that waits for it. False where there is none. */
    public Future<Boolean> delete(String name) {
        return pool.preparedQuery("DELETE FROM target WHERE name = $1")
                .execute(Tuple.of(Texts.storable(name)))
                .map(rows -> rows.rowCount() > 0);
    }
}
