package huisheng.store;

import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;

/**
 * Tells whether a follower has read all that was pushed up to a moment. How many changes it has yet to read tells that only
 * while nothing comes in: under load there are always some.
 */
public final class CatchUp {
    private static final String MARK = """
            SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS transaction, now() AS at""";

    /**
     * What was pushed and waits for the pipeline has no change yet. Reviews that are read anew wait too, but can be found as
     * they were read before.
     */
    private static final String REACHED = """
            SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8
               AND NOT EXISTS (
                   SELECT 1 FROM review_change c
                   LEFT JOIN review r ON r.id = c.review_id
                   LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
                   WHERE (c.xid, c.seq) > ($2::text::xid8, $3::bigint) AND c.xid < $1::text::xid8
                     AND (c.erased OR a.review_id IS NOT NULL))
               AND NOT EXISTS (
                   SELECT 1 FROM analysis_task
                   WHERE attempts < %d AND priority = 0 AND enqueued_at <= $4) AS reached"""
            .formatted(AnalysisQueue.MAX_ATTEMPTS);

    private final Pool pool;

    public CatchUp(Database database) {
        this.pool = database.pool();
    }

    /**
     * A moment in the history of changes.
     *
     * @param transaction all that was committed before has a lower number
     */
    public record Mark(long transaction, OffsetDateTime at) {}

    /** Of this moment. */
    public Future<Mark> mark() {
        return pool.query(MARK).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Mark(row.getLong("transaction"), row.getOffsetDateTime("at"));
        });
    }

    /** Whether nothing from before the mark is left to be read after {@code shown}. */
    public Future<Boolean> isReached(Mark mark, Position shown) {
        Tuple parameters = Tuple.of(
                Long.toString(mark.transaction()), Long.toString(shown.transaction()), shown.sequence(), mark.at());
        return pool.preparedQuery(REACHED)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getBoolean("reached"));
    }
}
