package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Procedures and playbooks that were changed while the service runs. */
public final class ProcedureTable {
    public static final int MAX_PROCEDURES = 500;

    private static final String COLUMNS = "p.name, p.version, p.body::text AS body, p.changed_by, p.changed_at";
    private static final String ALL =
            "SELECT " + COLUMNS + " FROM standard_procedure p ORDER BY p.name COLLATE \"C\" LIMIT " + MAX_PROCEDURES;
    private static final String COUNT = "SELECT count(*) FROM standard_procedure WHERE body IS NOT NULL AND name <> $1";

    /** Nothing is put where somebody else has put another version meanwhile. */
    private static final String PUT = """
            INSERT INTO standard_procedure AS p (name, version, body, changed_by, changed_at)
            SELECT $1, 1, $2::text::jsonb, $3, $4
            WHERE $5 = coalesce((SELECT version FROM standard_procedure WHERE name = $1), 0)
            ON CONFLICT (name) DO UPDATE
            SET (version, body, changed_by, changed_at) = (p.version + 1, excluded.body, excluded.changed_by, excluded.changed_at)
            WHERE p.version = $5
            RETURNING %s""".formatted(COLUMNS);

    private final Pool pool;

    public ProcedureTable(Database database) {
        this.pool = database.pool();
    }

    public Future<List<StoredProcedure>> all() {
        return pool.query(ALL).execute().map(rows -> {
            List<StoredProcedure> all = new ArrayList<>(rows.size());
            for (Row row : rows) all.add(procedure(row));
            return all;
        });
    }

    /**
     * Fails with {@link TooMany} where there would be more than {@link #MAX_PROCEDURES}.
     *
     * @param body null to take it away
     * @param expected version that there is, 0 for none
     * @return empty where there is another version
     */
    public Future<Optional<StoredProcedure>> put(
            String name, @Nullable String body, String by, Instant at, int expected) {
        Tuple parameters = Tuple.of(name)
                .addString(Texts.storableOrNull(body))
                .addString(Texts.storable(by))
                .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                .addInteger(expected);
        return pool.preparedQuery(COUNT).execute(Tuple.of(name)).compose(counted -> {
            long others = counted.iterator().next().getLong(0);
            if (body != null && others >= MAX_PROCEDURES) throw new TooMany(MAX_PROCEDURES);
            return pool.preparedQuery(PUT).execute(parameters).map(ProcedureTable::first);
        });
    }

    private static Optional<StoredProcedure> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(procedure(rows.iterator().next()));
    }

    private static StoredProcedure procedure(Row row) {
        return new StoredProcedure(
                row.getString("name"),
                row.getInteger("version"),
                row.getString("body"),
                row.getString("changed_by"),
                ReviewRows.time(row, "changed_at"));
    }
}
