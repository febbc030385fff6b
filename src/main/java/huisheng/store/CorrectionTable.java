package huisheng.store;

import huisheng.json.Json;
import huisheng.review.Correction;
import huisheng.review.Labels;
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

/**
 * Labels that people have put right, one row a version of a review. They are laid over the analysis wherever one is read
 * ({@link ReviewRows}), so a new pipeline cannot lose them, and followers are told of each change.
 */
public final class CorrectionTable {
    public static final int MAX_ROWS = 1_000;

    private static final String FIND = """
            SELECT k.version, k.labels::text AS corrected, k.corrected_by, k.corrected_at
            FROM review_correction k
            JOIN review r ON r.id = k.review_id AND r.version = k.version
            WHERE k.review_id = $1 AND %s""".formatted(ScopeSql.condition("r", 2));

    /** The lock makes an erasure under way wait, or finds it done: nothing is kept of a review that is gone. */
    private static final String PUT = """
            INSERT INTO review_correction AS k (review_id, version, labels, corrected_by)
            SELECT r.id, r.version, $3::text::jsonb, $4
            FROM review r WHERE r.id = $1 AND r.version = $2 AND %s
            FOR KEY SHARE OF r
            ON CONFLICT (review_id, version) DO UPDATE
            SET (labels, corrected_by, corrected_at) = (excluded.labels, excluded.corrected_by, now())
            RETURNING k.version, k.labels::text AS corrected, k.corrected_by, k.corrected_at""".formatted(ScopeSql.condition("r", 5));

    private static final String DELETE = """
            DELETE FROM review_correction k USING review r
            WHERE k.review_id = $1 AND r.id = k.review_id AND r.version = k.version AND %s""".formatted(ScopeSql.condition("r", 2));

    /** A replaced version is kept as the row it was, and shown where the scope would have admitted it then. */
    private static final String EXPORT =
            """
            SELECT k.review_id, k.version, k.labels::text AS corrected, k.corrected_by, k.corrected_at, s.text,
                   s.product_name, s.rating, p.text AS initial_text,
                   CASE WHEN a.version = k.version THEN (a.body || k.labels)::text END AS body
            FROM review_correction k
            JOIN review r ON r.id = k.review_id
            LEFT JOIN review_version v ON v.review_id = k.review_id AND v.version = k.version
            CROSS JOIN LATERAL (
                SELECT r.channel, r.brand, r.product, r.store, r.region, r.parent, r.text, r.product_name, r.rating
                WHERE r.version = k.version
                UNION ALL
                SELECT o.channel, o.brand, o.product, o.store, o.region, o.parent, o.text, o.product_name, o.rating
                FROM jsonb_populate_record(NULL::review, v.body) o WHERE r.version <> k.version) s
            LEFT JOIN review p ON p.channel = s.channel AND p.external_id = s.parent AND %2$s
            LEFT JOIN analysis a ON a.review_id = k.review_id
            WHERE (k.review_id, k.version) > ($1::bigint, $2::int) AND %1$s AND %3$s
            ORDER BY k.review_id, k.version
            LIMIT $3""".formatted(ScopeSql.condition("r", 4), ScopeSql.condition("p", 4), ScopeSql.condition("s", 4));

    private final Pool pool;
    private final Wakeups wakeups;

    public CorrectionTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** The correction of the review as it stands now. */
    public Future<Optional<Correction>> find(Scope scope, long id) {
        return pool.preparedQuery(FIND)
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(CorrectionTable::first);
    }

    /** Replaces the correction of this version; empty where the review is gone, out of scope, or edited since. */
    public Future<Optional<Correction>> put(Scope scope, long id, int version, Labels labels, String by) {
        Tuple parameters = Tuple.of(id, version, Json.write(labels), Texts.storable(by));
        return change(id, PUT, ScopeSql.bind(parameters, scope)).map(CorrectionTable::first);
    }

    /** False where there is none. */
    public Future<Boolean> delete(Scope scope, long id) {
        return change(id, DELETE, ScopeSql.bind(Tuple.of(id), scope)).map(rows -> rows.rowCount() > 0);
    }

    /** Corrections of all versions in the order of (review, version), after the one given; at most {@link #MAX_ROWS}. */
    public Future<List<CorrectedReview>> export(Scope scope, long afterId, int afterVersion, int limit) {
        if (limit < 1 || limit > MAX_ROWS) throw new IllegalArgumentException("limit must be 1 to " + MAX_ROWS);
        Tuple parameters = ScopeSql.bind(Tuple.of(afterId, afterVersion, (long) limit), scope);
        return pool.preparedQuery(EXPORT).execute(parameters).map(rows -> {
            List<CorrectedReview> corrected = new ArrayList<>(rows.size());
            for (Row row : rows) corrected.add(corrected(row));
            return corrected;
        });
    }

    private Future<RowSet<Row>> change(long id, String statement, Tuple parameters) {
        return Retry.onConflict(
                        () -> pool.withTransaction(connection -> changeAndTell(connection, id, statement, parameters)))
                .onSuccess(rows -> {
                    if (rows.rowCount() > 0) wakeups.ring(Wakeups.CHANGE);
                });
    }

    private static Future<RowSet<Row>> changeAndTell(
            SqlConnection connection, long id, String statement, Tuple parameters) {
        return connection.preparedQuery(statement).execute(parameters).compose(rows -> {
            if (rows.rowCount() == 0) return Future.succeededFuture(rows);
            Tuple ids = Tuple.tuple().addArrayOfLong(new Long[] {id});
            return connection.preparedQuery(ChangeFeed.TELL).execute(ids).map(rows);
        });
    }

    private static Optional<Correction> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(ReviewRows.correction(rows.iterator().next()));
    }

    private static CorrectedReview corrected(Row row) {
        String text = row.getString("text");
        String body = row.getString("body");
        return new CorrectedReview(
                row.getLong("review_id"),
                text,
                row.getString("product_name"),
                row.getInteger("rating"),
                row.getString("initial_text"),
                ReviewRows.correction(row),
                body == null ? null : ReviewRows.analysis(body, text, java.util.Set.of()));
    }
}
