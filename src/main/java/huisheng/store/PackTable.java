package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Packs changed at runtime: each version a row, the newest in force in every process on the database. */
public final class PackTable {
    /** Older versions of a pack are dropped. */
    public static final int MAX_VERSIONS = 100;

    private static final String COLUMNS = "pack, version, hash, body, restores, applied_by, applied_at";

    private static final String CURRENT =
            "SELECT DISTINCT ON (pack) " + COLUMNS + " FROM pack_version ORDER BY pack, version DESC";

    private static final String FIND = "SELECT " + COLUMNS + " FROM pack_version WHERE pack = $1 AND version = $2";

    private static final String HISTORY =
            "SELECT " + COLUMNS + " FROM pack_version WHERE pack = $1 ORDER BY version DESC LIMIT " + MAX_VERSIONS;

    /** Inserts nothing where another version came first. */
    private static final String APPLY = """
            INSERT INTO pack_version (pack, version, hash, body, restores, applied_by)
            SELECT $1, $2::int + 1, $3, $4, $5::int, $6
            WHERE $2::int = coalesce((SELECT max(version) FROM pack_version WHERE pack = $1), 0)
            ON CONFLICT (pack, version) DO NOTHING
            RETURNING %s""".formatted(COLUMNS);

    private static final String TRIM =
            "DELETE FROM pack_version WHERE pack = $1 AND version <= $2::int - " + MAX_VERSIONS;

    private static final String WANT = """
            INSERT INTO pipeline_wanted AS w (version) VALUES ($1)
            ON CONFLICT (singleton) DO UPDATE SET (version, wanted_at) = (excluded.version, now())
            WHERE w.version <> excluded.version""";

    private final Pool pool;
    private final Wakeups wakeups;

    public PackTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** A version to be applied; see {@link PackVersion}. */
    public record NewVersion(
            String pack,
            String hash,
            @Nullable String body,
            @Nullable Integer restores,
            String by) {}

    /** The version in force of every pack that was ever changed. */
    public Future<List<PackVersion>> current() {
        return pool.query(CURRENT).execute().map(PackTable::versions);
    }

    public Future<Optional<PackVersion>> find(String pack, int version) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(pack, version))
                .map(rows -> versions(rows).stream().findFirst());
    }

    /** Newest first, at most {@link #MAX_VERSIONS}. */
    public Future<List<PackVersion>> history(String pack) {
        return pool.preparedQuery(HISTORY).execute(Tuple.of(pack)).map(PackTable::versions);
    }

    /**
     * Puts a version in force, and says by which pipeline reviews should be read from now on, in one transaction.
     *
     * @param after the version in force now; where another came first nothing is done and the answer is empty
     * @param pipeline null where the pack is not in use
     */
    public Future<Optional<PackVersion>> apply(NewVersion version, int after, @Nullable String pipeline) {
        Tuple parameters = Tuple.of(
                version.pack(),
                after,
                version.hash(),
                version.body(),
                version.restores(),
                Texts.storable(version.by()));
        return pool.withTransaction(connection -> connection
                        .preparedQuery(APPLY)
                        .execute(parameters)
                        .map(rows -> versions(rows).stream().findFirst())
                        .compose(applied -> applied.isEmpty()
                                ? Future.succeededFuture(applied)
                                : connection
                                        .preparedQuery(TRIM)
                                        .execute(Tuple.of(version.pack(), after + 1))
                                        .compose(done -> pipeline == null
                                                ? Future.succeededFuture()
                                                : connection.preparedQuery(WANT).execute(Tuple.of(pipeline)))
                                        .map(applied)))
                .onSuccess(applied -> {
                    if (applied.isPresent()) wakeups.ring(Wakeups.PACK);
                });
    }

    /** Says by which pipeline reviews should be read from now on. */
    public Future<Void> want(String pipeline) {
        return pool.preparedQuery(WANT).execute(Tuple.of(pipeline)).mapEmpty();
    }

    /** Empty where no process ever said. */
    public Future<Optional<String>> wanted() {
        return pool.query("SELECT version FROM pipeline_wanted").execute().map(rows -> {
            var all = rows.iterator();
            return all.hasNext() ? Optional.of(all.next().getString("version")) : Optional.empty();
        });
    }

    private static List<PackVersion> versions(RowSet<Row> rows) {
        List<PackVersion> versions = new ArrayList<>(rows.size());
        for (Row row : rows) {
            versions.add(new PackVersion(
                    row.getString("pack"),
                    row.getInteger("version"),
                    row.getString("hash"),
                    row.getString("body"),
                    row.getInteger("restores"),
                    row.getString("applied_by"),
                    ReviewRows.time(row, "applied_at")));
        }
        return versions;
    }
}
