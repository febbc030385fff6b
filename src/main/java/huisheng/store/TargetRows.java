package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Filter;
import huisheng.review.Scope;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows that select {@link #COLUMNS} of {@code t}. */
final class TargetRows {
    static final String COLUMNS = """
            t.id, t.name, t.kind, t.shown, t.sealed, t.language, t.events, t.least_level, t.filter::text AS filter,
            t.scope::text AS scope, t.enabled, t.created_at, t.updated_at, t.updated_by, t.failures""";

    private TargetRows() {}

    static List<StoredTarget> targets(RowSet<Row> rows) {
        List<StoredTarget> targets = new ArrayList<>(rows.size());
        for (Row row : rows) targets.add(target(row));
        return targets;
    }

    static StoredTarget target(Row row) {
        return new StoredTarget(
                row.getLong("id"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("shown"),
                row.getString("sealed"),
                row.getString("language"),
                List.of(row.getArrayOfStrings("events")),
                row.getInteger("least_level"),
                filter(row.getString("filter")),
                Json.read(row.getString("scope"), Scope.class),
                row.getBoolean("enabled"),
                ReviewRows.time(row, "created_at"),
                ReviewRows.time(row, "updated_at"),
                row.getString("updated_by"),
                row.getInteger("failures"));
    }

    private static @Nullable Filter filter(@Nullable String json) {
        return json == null ? null : Json.read(json, Filter.class);
    }
}
