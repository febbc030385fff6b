package huisheng.store;

import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The case library. */
public final class CaseTable {
    public static final int MAX_FOUND = 100;
    private static final int STALE_BATCH = 100;

    private static final String VISIBLE = """
            SELECT t.* FROM case_file t
            WHERE %s AND t.audience = ANY ($6::text[]) AND ($7::text IS NULL OR t.type = $7)
              AND ($8::text IS NULL OR t.impact = $8) AND ($9::boolean OR NOT t.archived)""".formatted(ScopeSql.covers("t.about", 1));

    private static final String PAGE = "SELECT " + Documents.COLUMNS + " FROM (" + VISIBLE + """
            ) t WHERE ($10::bigint IS NULL OR t.id < $10) ORDER BY t.id DESC LIMIT $11""";

    /**
     * Each stretch of the text weighs by how rare it is among the cases that the caller may see and no others, whose
     * number must not show; the weight is that of BM25 (S. Robertson and H. Zaragoza, "The probabilistic relevance
     * framework: BM25 and beyond", Foundations and Trends in Information Retrieval 3 (2009), 333–389).
     */
    private static final String SEARCH = "WITH visible AS (" + VISIBLE + """
            ), asked AS (
                SELECT g FROM unnest(query_grams($10)) g
            ), hit AS (
                SELECT * FROM visible WHERE grams && query_grams($10)
            ), weight AS (
                SELECT a.g, ln(1 + ((SELECT count(*) FROM visible) - count(*) + 0.5) / (count(*) + 0.5)) AS w
                FROM asked a JOIN hit h ON a.g = ANY (h.grams) GROUP BY a.g
            ), scored AS (
                SELECT h.id, sum(w.w)::double precision / sqrt(200 + cardinality(h.grams)) AS score
                FROM hit h JOIN weight w ON w.g = ANY (h.grams)
                GROUP BY h.id, h.grams HAVING count(*) >= $11::double precision * (SELECT count(*) FROM asked)
            )
            SELECT %s, s.score
            FROM scored s JOIN visible t USING (id) ORDER BY s.score DESC, t.id DESC LIMIT $12""".formatted(Documents.COLUMNS);

    private static final String EVIDENCE = """
            SELECT l.review_id FROM case_review l JOIN review r ON r.id = l.review_id
            WHERE l.case_id = $1 AND %s ORDER BY l.review_id""".formatted(ScopeSql.condition("r", 2));
    private static final String UNLINK = "DELETE FROM case_review WHERE case_id = $1 RETURNING review_id";
    private static final String LINK =
            "INSERT INTO case_review (case_id, review_id) SELECT $1, i FROM unnest($2::bigint[]) i";
    private static final String STALE = "SELECT " + Documents.COLUMNS + """
             FROM case_file t WHERE NOT t.archived AND t.review_due <= $1
            ORDER BY t.id LIMIT $2 FOR UPDATE SKIP LOCKED""";

    private final Documents documents = new Documents("case_file");
    private final Pool pool;

    public CaseTable(Database database) {
        this.pool = database.pool();
    }

    /**
     * Fails with {@link NotLinkable} for evidence that the scopes do not admit, with {@link AlreadyThere} where its ticket
     * has a case.
     */
    public Future<StoredDocument> insert(Scope scope, Scope about, Set<Long> evidence, Revision first) {
        return Retry.onConflict(() ->
                        pool.withTransaction(connection -> TicketLinks.lock(connection, scope, about, evidence)
                                .compose(locked -> documents.insert(connection, about, first))
                                .compose(stored ->
                                        link(connection, stored.id(), evidence).map(stored))))
                .recover(failure -> Future.failedFuture(AlreadyThere.or(failure)));
    }

    public Future<Optional<StoredDocument>> find(Scope scope, long id) {
        return documents.find(pool, scope, id);
    }

    /**
     * @param evidence in place of what there was
     * @param change is told that too
     */
    public Future<Optional<StoredDocument>> change(
            Scope scope,
            StoredDocument known,
            Set<Long> evidence,
            BiFunction<StoredDocument, Set<Long>, Revision> change) {
        return Retry.onConflict(() ->
                pool.withTransaction(connection -> TicketLinks.lock(connection, scope, known.about(), evidence)
                        .compose(locked -> documents.lock(connection, scope, known.id()))
                        .compose(now -> change(connection, now, evidence, change))));
    }

    private Future<Optional<StoredDocument>> change(
            SqlConnection connection,
            Optional<StoredDocument> now,
            Set<Long> evidence,
            BiFunction<StoredDocument, Set<Long>, Revision> change) {
        if (now.isEmpty()) return Future.succeededFuture(Optional.empty());
        long id = now.get().id();
        return connection
                .preparedQuery(UNLINK)
                .execute(Tuple.of(id))
                .map(rows -> {
                    Set<Long> before = new TreeSet<>();
                    for (Row row : rows) before.add(row.getLong("review_id"));
                    return change.apply(now.get(), before);
                })
                .compose(next ->
                        link(connection, id, evidence).compose(linked -> documents.update(connection, id, next)))
                .map(Optional::of);
    }

    /** Newest first, those with a number below {@code before}. */
    public Future<List<StoredDocument>> page(Scope scope, CaseFilter wanted, @Nullable Long before, int limit) {
        Tuple parameters = bind(scope, wanted).addValue(before).addLong((long) bounded(limit));
        return pool.preparedQuery(PAGE).execute(parameters).map(Documents::all);
    }

    /**
     * The best first.
     *
     * @param least share of the text's stretches that a case must hold, 0 to 1
     */
    public Future<List<FoundCase>> search(Scope scope, CaseFilter wanted, String text, double least, int limit) {
        Tuple parameters = bind(scope, wanted)
                .addString(Texts.storable(text))
                .addDouble(least)
                .addLong((long) bounded(limit));
        return pool.preparedQuery(SEARCH).execute(parameters).map(rows -> {
            List<FoundCase> found = new ArrayList<>(rows.size());
            for (Row row : rows) found.add(new FoundCase(Documents.document(row), row.getDouble("score")));
            return found;
        });
    }

    private static Tuple bind(Scope scope, CaseFilter wanted) {
        return ScopeSql.bind(Tuple.tuple(), scope)
                .addArrayOfString(wanted.audiences().toArray(String[]::new))
                .addValue(wanted.type())
                .addValue(wanted.impact())
                .addBoolean(wanted.archived());
    }

    private static int bounded(int limit) {
        if (limit < 1 || limit > MAX_FOUND) throw new IllegalArgumentException("limit must be 1 to " + MAX_FOUND);
        return limit;
    }

    /** Numbers of the reviews that show what the case tells, as far as the scope admits them. */
    public Future<List<Long>> evidence(Scope scope, long id) {
        return pool.preparedQuery(EVIDENCE)
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(rows -> {
                    List<Long> ids = new ArrayList<>(rows.size());
                    for (Row row : rows) ids.add(row.getLong("review_id"));
                    return ids;
                });
    }

    /** See {@link Documents#history}; of a case that the caller has found. */
    public Future<List<Entry>> history(long id, @Nullable Integer below, int limit) {
        return documents.history(pool, id, below == null ? Integer.MAX_VALUE : below, limit);
    }

    /** Changes some of the cases whose review is due. Answers how many, 0 once there are none. */
    public Future<Integer> changeStale(Instant now, Function<StoredDocument, Revision> change) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(STALE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), (long) STALE_BATCH))
                .compose(rows -> {
                    List<StoredDocument> stale = Documents.all(rows);
                    Future<StoredDocument> changing = Future.succeededFuture();
                    for (StoredDocument each : stale) {
                        changing =
                                changing.compose(done -> documents.update(connection, each.id(), change.apply(each)));
                    }
                    return changing.map(stale.size());
                }));
    }

    private static Future<Void> link(SqlConnection connection, long id, Set<Long> evidence) {
        if (evidence.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.of(id).addArrayOfLong(evidence.toArray(Long[]::new));
        return connection.preparedQuery(LINK).execute(parameters).mapEmpty();
    }
}
