package huisheng.store;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Change;
import huisheng.review.Position;
import huisheng.review.StoredReview;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker's transaction: claim, load, analyse, save. The claim's row locks last until the commit, so an edit of a
 * claimed review waits there, and what was loaded stays the newest version; the save compares versions all the same.
 */
final class Claim {
    private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

    private static final String CLAIM = """
            SELECT review_id FROM analysis_task
            WHERE attempts < 5 AND due_at <= now()
            ORDER BY priority, due_at, review_id
            LIMIT $1
            FOR UPDATE SKIP LOCKED""";

    private static final String LOAD = "SELECT " + ReviewRows.REVIEW + " FROM review r " + ReviewRows.PARENT
            + " WHERE r.id = ANY ($1::bigint[]) ORDER BY r.id";

    private static final String SAVE = """
            WITH saved AS (
                INSERT INTO analysis AS a (review_id, version, initial_version, pipeline, label, score, body)
                SELECT i.review_id, i.version, i.initial_version, i.pipeline, i.label, i.score, i.body::jsonb
                FROM unnest($1::bigint[], $2::int[], $3::int[], $4::text[], $5::text[], $6::float8[], $7::text[])
                    AS i (review_id, version, initial_version, pipeline, label, score, body)
                JOIN review r ON r.id = i.review_id AND r.version = i.version
                ON CONFLICT (review_id) DO UPDATE
                SET (version, initial_version, pipeline, label, score, body, analysed_at)
                    = (excluded.version, excluded.initial_version, excluded.pipeline, excluded.label, excluded.score,
                       excluded.body, now())
                RETURNING a.review_id
            ), changed AS (
                INSERT INTO review_change AS c (review_id, xid, seq)
                SELECT review_id, pg_current_xact_id(), nextval('review_change_seq') FROM saved
                ON CONFLICT (review_id) DO UPDATE SET xid = excluded.xid, seq = excluded.seq
                RETURNING c.review_id, c.xid, c.seq
            )
            SELECT review_id, xid::text::bigint AS transaction, seq FROM changed ORDER BY seq""";

    private static final String DONE = "DELETE FROM analysis_task WHERE review_id = ANY ($1::bigint[])";

    private static final String FAILED = """
            UPDATE analysis_task t
            SET attempts = attempts + 1, last_error = i.error,
                due_at = now() + $3::float8 * power(2, t.attempts) * interval '1 second'
            FROM unnest($1::bigint[], $2::text[]) AS i (review_id, error)
            WHERE t.review_id = i.review_id""";

    /**
     * Follow-ups that were read without this version of their first review. Found here, where the parent is certainly
     * committed, and not when it is saved: a follow-up in a transaction still open would be missed there. Waits for a
     * worker that holds such a follow-up, which is why it comes last.
     */
    private static final String FOLLOWUPS = """
            INSERT INTO analysis_task AS t (review_id, priority)
            SELECT c.id, 0
            FROM review r
            JOIN review c ON c.channel = r.channel AND c.parent = r.external_id
            LEFT JOIN analysis a ON a.review_id = c.id
            WHERE r.id = ANY ($1::bigint[]) AND a.initial_version IS DISTINCT FROM r.version
            ORDER BY c.id
            ON CONFLICT (review_id) DO UPDATE SET priority = least(t.priority, excluded.priority)""";

    private final Vertx vertx;
    private final SqlConnection connection;
    private final Duration firstPause;
    private final Function<List<StoredReview>, Future<List<Analysis>>> analyse;
    private final List<Loaded> analysed = new ArrayList<>();
    private final List<Analysis> analyses = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();
    private List<Change> changes = List.of();

    Claim(
            Vertx vertx,
            SqlConnection connection,
            Duration firstPause,
            Function<List<StoredReview>, Future<List<Analysis>>> analyse) {
        this.vertx = vertx;
        this.connection = connection;
        this.firstPause = firstPause;
        this.analyse = analyse;
    }

    /** What was saved, in the order of its positions; only true once the transaction is committed. */
    List<Change> changes() {
        return changes;
    }

    /** Answers how many tasks were taken. */
    Future<Integer> run(int limit) {
        return connection.preparedQuery(CLAIM).execute(Tuple.of((long) limit)).compose(rows -> {
            Set<Long> ids = ids(rows);
            if (ids.isEmpty()) return Future.succeededFuture(0);
            return load(ids)
                    .compose(this::analyseAll)
                    .compose(v -> save())
                    .compose(saved -> finish(ids, saved))
                    .map(ids.size());
        });
    }

    private Future<List<Loaded>> load(Set<Long> ids) {
        return connection.preparedQuery(LOAD).execute(longs(ids.stream())).map(rows -> {
            List<Loaded> loaded = new ArrayList<>(rows.size());
            for (Row row : rows) loaded.add(new Loaded(ReviewRows.stored(row), row.getInteger("initial_version")));
            return loaded;
        });
    }

    private Future<Void> analyseAll(List<Loaded> loaded) {
        if (loaded.isEmpty()) return Future.succeededFuture();
        return analyse(loaded).recover(failure -> {
            if (loaded.size() == 1) {
                fail(loaded.get(0), failure);
                return Future.succeededFuture();
            }
            LOG.warn("analysis of {} reviews failed ({}), trying them singly", loaded.size(), describe(failure));
            return analyseSingly(loaded);
        });
    }

    private Future<Void> analyseSingly(List<Loaded> loaded) {
        Future<Void> all = Future.succeededFuture();
        for (Loaded one : loaded) all = all.compose(v -> analyseAll(List.of(one)));
        return all;
    }

    private Future<Void> analyse(List<Loaded> loaded) {
        List<StoredReview> reviews = loaded.stream().map(Loaded::stored).toList();
        return Future.<Void>succeededFuture()
                .compose(v -> analyse.apply(reviews))
                .map(results -> {
                    if (results.size() != loaded.size()) {
                        throw new IllegalStateException(results.size() + " analyses for " + loaded.size() + " reviews");
                    }
                    analysed.addAll(loaded);
                    analyses.addAll(results);
                    return null;
                });
    }

    private void fail(Loaded one, Throwable failure) {
        String error = describe(failure);
        LOG.warn("analysis of review {} failed: {}", one.stored.id(), error);
        failed.add(new Failed(one.stored.id(), error));
    }

    /** Where it happened, not the message: that may quote the review. */
    private static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private Future<Set<Long>> save() {
        if (analysed.isEmpty()) return Future.succeededFuture(Set.of());
        // writing a batch as JSON takes too long for an event loop
        return vertx.executeBlocking(this::arrays, false)
                .compose(arrays -> connection.preparedQuery(SAVE).execute(arrays))
                .map(rows -> {
                    changes = changes(rows);
                    return changes.stream().map(Change::reviewId).collect(Collectors.toSet());
                });
    }

    private List<Change> changes(RowSet<Row> rows) {
        Map<Long, AnalysedReview> byId = new HashMap<>();
        for (int i = 0; i < analysed.size(); i++) {
            StoredReview stored = analysed.get(i).stored;
            byId.put(stored.id(), new AnalysedReview(stored, analyses.get(i)));
        }
        List<Change> written = new ArrayList<>(rows.size());
        for (Row row : rows) {
            long id = row.getLong("review_id");
            written.add(new Change(new Position(row.getLong("transaction"), row.getLong("seq")), id, byId.get(id)));
        }
        return written;
    }

    private Tuple arrays() {
        return Tuple.tuple()
                .addArrayOfLong(analysed.stream().map(one -> one.stored.id()).toArray(Long[]::new))
                .addArrayOfInteger(
                        analysed.stream().map(one -> one.stored.version()).toArray(Integer[]::new))
                .addArrayOfInteger(analysed.stream().map(Loaded::initialVersion).toArray(Integer[]::new))
                .addArrayOfString(analyses.stream().map(Analysis::pipeline).toArray(String[]::new))
                .addArrayOfString(analyses.stream()
                        .map(a -> a.sentiment().label().label())
                        .toArray(String[]::new))
                .addArrayOfDouble(
                        analyses.stream().map(a -> a.sentiment().score()).toArray(Double[]::new))
                .addArrayOfString(analyses.stream().map(ReviewRows::body).toArray(String[]::new));
    }

    /** Tasks end with a saved analysis, or where the review is gone; one that a newer version replaced stays. */
    private Future<Void> finish(Set<Long> claimed, Set<Long> saved) {
        Set<Long> open = new HashSet<>();
        analysed.forEach(one -> open.add(one.stored.id()));
        failed.forEach(one -> open.add(one.id));
        open.removeAll(saved);
        Tuple done = longs(claimed.stream().filter(id -> !open.contains(id)));
        return connection
                .preparedQuery(DONE)
                .execute(done)
                .compose(v -> recordFailures())
                .compose(v -> saved.isEmpty()
                        ? Future.succeededFuture()
                        : connection
                                .preparedQuery(FOLLOWUPS)
                                .execute(longs(saved.stream()))
                                .mapEmpty());
    }

    private Future<Void> recordFailures() {
        if (failed.isEmpty()) return Future.succeededFuture();
        Tuple parameters = longs(failed.stream().map(Failed::id))
                .addArrayOfString(failed.stream().map(Failed::error).toArray(String[]::new))
                .addDouble(firstPause.toNanos() / 1e9);
        return connection.preparedQuery(FAILED).execute(parameters).mapEmpty();
    }

    private static Set<Long> ids(RowSet<Row> rows) {
        Set<Long> ids = new HashSet<>();
        for (Row row : rows) ids.add(Objects.requireNonNull(row.getLong("review_id")));
        return ids;
    }

    private static Tuple longs(Stream<Long> values) {
        return Tuple.tuple().addArrayOfLong(values.toArray(Long[]::new));
    }

    /** @param initialVersion of the parent that it was loaded with */
    private record Loaded(StoredReview stored, @Nullable Integer initialVersion) {}

    private record Failed(long id, String error) {}
}
