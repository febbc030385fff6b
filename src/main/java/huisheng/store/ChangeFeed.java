package huisheng.store;

import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What followers read. A review has one row, with its newest change: a follower that comes late sees each review once.
 *
 * <p>Why none is skipped: a change is stamped with the number of its transaction, and only numbers below the oldest
 * transaction still open are shown. All of those have ended, so nothing can appear later at or before a position that
 * was handed out.
 */
public final class ChangeFeed {
    /** A review edited since its analysis is left out: its new analysis brings a new change. */
    private static final String AFTER =
            """
            SELECT c.review_id, c.xid::text::bigint AS transaction, c.seq, c.erased, %s, %s
            FROM review_change c
            LEFT JOIN review r ON r.id = c.review_id
            %s
            %s
            WHERE (c.xid, c.seq) > ($1::text::xid8, $2::bigint)
              AND c.xid < pg_snapshot_xmin(pg_current_snapshot())
              AND (c.erased OR a.review_id IS NOT NULL)
            ORDER BY c.xid, c.seq
            LIMIT $3""".formatted(ReviewRows.REVIEW, ReviewRows.ANALYSIS, ReviewRows.PARENT, ReviewRows.ANALYSED);

    private static final String LAG = """
            SELECT count(*) AS n FROM (
                SELECT 1 FROM review_change c WHERE (c.xid, c.seq) > ($1::text::xid8, $2::bigint) LIMIT $3) behind""";

    /** Tells followers that these reviews read otherwise now. In order, like every transaction that locks changes. */
    static final String TELL = """
            UPDATE review_change c SET xid = pg_current_xact_id(), seq = nextval('review_change_seq')
            FROM (SELECT review_id FROM review_change WHERE review_id = ANY ($1::bigint[]) AND NOT erased
                  ORDER BY review_id FOR UPDATE) t
            WHERE c.review_id = t.review_id""";

    private static final int MOST_COUNTED = 100_000;

    private final Vertx vertx;
    private final Pool pool;

    public ChangeFeed(Database database) {
        this.vertx = database.vertx();
        this.pool = database.pool();
    }

    /** Changes after {@code position} in order, the newest of each review; empty when there are none yet. */
    public Future<List<Change>> readAfter(Position position, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(parameters(position, limit))
                // a batch holds megabytes of JSON: reading it takes too long for an event loop
                .compose(rows -> vertx.executeBlocking(() -> changes(rows), false));
    }

    /** How many reviews changed after {@code position}, counted up to 100,000. */
    public Future<Long> lag(Position position) {
        return pool.preparedQuery(LAG)
                .execute(parameters(position, MOST_COUNTED))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /**
     * Names this history of positions. A follower that stored a position under another name, or that is ahead of
     * {@link #knows}, must start again from {@link Position#START}.
     */
    public Future<UUID> installation() {
        return pool.query("SELECT id FROM installation")
                .execute()
                .map(rows -> rows.iterator().next().getUUID("id"));
    }

    /** False where the position is ahead of everything here: the database was set back to an earlier state. */
    public Future<Boolean> knows(Position position) {
        return pool.preparedQuery("SELECT $1::text::xid8 < pg_snapshot_xmax(pg_current_snapshot()) AS known")
                .execute(Tuple.of(Long.toString(position.transaction())))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    private static Tuple parameters(Position position, int limit) {
        return Tuple.of(Long.toString(position.transaction()), position.sequence(), (long) limit);
    }

    private static List<Change> changes(RowSet<Row> rows) {
        List<Change> changes = new ArrayList<>(rows.size());
        for (Row row : rows) changes.add(change(row));
        return changes;
    }

    private static Change change(Row row) {
        Position position = new Position(row.getLong("transaction"), row.getLong("seq"));
        @Nullable ReviewState state = row.getBoolean("erased") ? null : ReviewRows.state(row);
        return new Change(
                position,
                row.getLong("review_id"),
                state == null ? null : state.analysed().orElse(null));
    }
}
