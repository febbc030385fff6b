package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What a data subject may ask for: everything stored under one author key, or its erasure. */
public final class Subjects {
    private static final String EXPORT = "SELECT " + ReviewRows.REVIEW + ", " + ReviewRows.ANALYSIS + " FROM review r "
            + ReviewRows.PARENT + " " + ReviewRows.ANALYSED
            + " WHERE r.author_key = $1 ORDER BY r.written_at, r.id";

    /** In the order of the keys, like every transaction that locks reviews. */
    private static final String LOCK =
            "SELECT id FROM review WHERE author_key = $1 ORDER BY channel COLLATE \"C\", external_id COLLATE \"C\" FOR UPDATE";

    /** After the reviews, before what hangs on them: waits for an analysis in progress, whose result goes too. */
    private static final List<String> ERASE = List.of(
            "DELETE FROM review WHERE id = ANY ($1::bigint[])",
            "DELETE FROM analysis_task WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM analysis WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM review_version WHERE review_id = ANY ($1::bigint[])",
            "DELETE FROM review_correction WHERE review_id = ANY ($1::bigint[])",
            CopySql.FORGET,
            """
            INSERT INTO review_change AS c (review_id, xid, seq, erased)
            SELECT id, pg_current_xact_id(), nextval('review_change_seq'), true FROM unnest($1::bigint[]) AS i (id)
            ON CONFLICT (review_id) DO UPDATE SET xid = excluded.xid, seq = excluded.seq, erased = true""");

    private static final String OLD_VERSIONS = "DELETE FROM review_version WHERE author_key = $1";

    private final Pool pool;
    private final Wakeups wakeups;
    private final History history;

    public Subjects(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
        this.history = new History(pool);
    }

    /** All reviews of the author, oldest first, with analyses and replaced versions. */
    public Future<List<SubjectReview>> export(String authorKey) {
        return pool.preparedQuery(EXPORT)
                .execute(Tuple.of(Texts.storable(authorKey)))
                .map(ReviewReader::states)
                .compose(states -> history.of(states.stream()
                                .map(state -> state.stored().id())
                                .toList())
                        .map(versions -> states.stream()
                                .map(state -> new SubjectReview(
                                        state,
                                        versions.getOrDefault(state.stored().id(), List.of())))
                                .toList()));
    }

    /** Erases them for good, and tells followers. Answers how many reviews there were. */
    public Future<Integer> erase(String authorKey) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> erase(connection, Texts.storable(authorKey))))
                .onSuccess(erased -> {
                    if (erased > 0) wakeups.ring(Wakeups.CHANGE);
                });
    }

    private static Future<Integer> erase(SqlConnection connection, String authorKey) {
        return connection.preparedQuery(LOCK).execute(Tuple.of(authorKey)).compose(rows -> {
            Long[] ids = ids(rows);
            return Quoted.find(connection, ids, authorKey)
                    .compose(quoted -> LoopErasure.erase(connection, ids, quoted)
                            .compose(done -> AlertErasure.erase(connection, quoted)))
                    .compose(done -> connection.preparedQuery(OLD_VERSIONS).execute(Tuple.of(authorKey)))
                    .compose(done -> all(connection, ERASE, ids))
                    .map(ids.length);
        });
    }

    private static Future<Void> all(SqlConnection connection, List<String> statements, Long[] ids) {
        Future<RowSet<Row>> running = Future.succeededFuture();
        for (String statement : statements) {
            running = running.compose(done ->
                    connection.preparedQuery(statement).execute(Tuple.tuple().addArrayOfLong(ids)));
        }
        return running.mapEmpty();
    }

    private static Long[] ids(RowSet<Row> rows) {
        List<Long> ids = new ArrayList<>(rows.size());
        for (Row row : rows) ids.add(row.getLong("id"));
        return ids.toArray(Long[]::new);
    }
}
