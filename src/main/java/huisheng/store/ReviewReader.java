package huisheng.store;

import huisheng.review.Scope;
import huisheng.review.StoredReview;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads reviews within a scope: what it does not admit is as if it were not there. */
public final class ReviewReader {
    public static final int MAX_IDS = 1000;
    public static final int MAX_SAMPLE = 5_000;

    private static final String BY_ID =
            "SELECT " + ReviewRows.REVIEW + ", " + ReviewRows.ANALYSIS + " FROM review r " + ReviewRows.PARENT + " AND "
                    + ScopeSql.condition("p", 2) + " " + ReviewRows.ANALYSED + " WHERE r.id = ANY ($1::bigint[]) AND "
                    + ScopeSql.condition("r", 2);

    private static final String FOLLOWUPS = "SELECT " + ReviewRows.REVIEW + ", " + ReviewRows.ANALYSIS
            + " FROM review p JOIN review r ON r.channel = p.channel AND r.parent = p.external_id "
            + ReviewRows.ANALYSED + " WHERE p.id = $1 AND r.id <> p.id AND " + ScopeSql.condition("p", 2) + " AND "
            + ScopeSql.condition("r", 2)
            + " ORDER BY r.written_at, r.id LIMIT 100";

    private static final String NEWEST = "SELECT " + ReviewRows.REVIEW + " FROM review r " + ReviewRows.PARENT + " AND "
            + ScopeSql.condition("p", 2) + " WHERE " + ScopeSql.condition("r", 2) + " ORDER BY r.id DESC LIMIT $1";

    private final Pool pool;
    private final History history;

    public ReviewReader(Database database) {
        this.pool = database.pool();
        this.history = new History(pool);
    }

    public Future<Optional<ReviewState>> find(Scope scope, long id) {
        return findAll(scope, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** In the order of {@code ids}, at most {@link #MAX_IDS}; ids that are unknown, erased or out of scope are left out. */
    public Future<List<ReviewState>> findAll(Scope scope, List<Long> ids) {
        if (ids.size() > MAX_IDS) throw new IllegalArgumentException("at most " + MAX_IDS + " ids, not " + ids.size());
        if (ids.isEmpty()) return Future.succeededFuture(List.of());
        Tuple parameters = Tuple.tuple().addArrayOfLong(ids.toArray(Long[]::new));
        return pool.preparedQuery(BY_ID)
                .execute(ScopeSql.bind(parameters, scope))
                .map(rows -> {
                    Map<Long, ReviewState> found = new HashMap<>();
                    for (Row row : rows) found.put(row.getLong("id"), ReviewRows.state(row));
                    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
                });
    }

    /** The reviews received last, newest first, at most {@link #MAX_SAMPLE}. */
    public Future<List<StoredReview>> newest(Scope scope, int limit) {
        if (limit < 1 || limit > MAX_SAMPLE) throw new IllegalArgumentException("limit must be 1 to " + MAX_SAMPLE);
        return pool.preparedQuery(NEWEST)
                .execute(ScopeSql.bind(Tuple.of((long) limit), scope))
                .map(rows -> {
                    List<StoredReview> newest = new ArrayList<>(rows.size());
                    for (Row row : rows) newest.add(ReviewRows.stored(row));
                    return newest;
                });
    }

    /** Follow-ups of the review, oldest first, at most 100. */
    public Future<List<ReviewState>> followups(Scope scope, long id) {
        return pool.preparedQuery(FOLLOWUPS)
                .execute(ScopeSql.bind(Tuple.of(id), scope))
                .map(ReviewReader::states);
    }

    /**
     * Replaced versions, newest first; none where the scope does not admit the review as it stands now. A version that
     * the scope would not have admitted in its time is left out: an edit must not open what stood there before.
     */
    public Future<List<OldVersion>> history(Scope scope, long id) {
        return find(scope, id)
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : history.of(List.of(id)).map(all -> admitted(scope, all.getOrDefault(id, List.of()))));
    }

    private static List<OldVersion> admitted(Scope scope, List<OldVersion> versions) {
        return versions.stream()
                .filter(version -> scope.admits(version.stored().review()))
                .toList();
    }

    static List<ReviewState> states(RowSet<Row> rows) {
        List<ReviewState> states = new ArrayList<>(rows.size());
        for (Row row : rows) states.add(ReviewRows.state(row));
        return states;
    }
}
