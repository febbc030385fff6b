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

    /** Reviews that are read anew wait too, but can be found as they were read before. */
    private static final String ANALYSED = """
            SELECT NOT EXISTS (
                SELECT 1 FROM analysis_task
                WHERE attempts < %d AND priority = 0 AND enqueued_at <= $1) AS analysed""".formatted(AnalysisQueue.MAX_ATTEMPTS);

    private static final String READ = """
            SELECT pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8
               AND NOT EXISTS (
                   SELECT 1 FROM review_change c
                   LEFT JOIN review r ON r.id = c.review_id
                   LEFT JOIN analysis a ON a.review_id = r.id AND a.version = r.version
                   WHERE (c.xid, c.seq) > ($2::text::xid8, $3::bigint) AND c.xid < $1::text::xid8
                     AND (c.erased OR a.review_id IS NOT NULL)) AS read""";

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

    /**
     * Whether nothing that was pushed before the mark waits for the pipeline. Its changes are written then, but after the
     * mark: whoever waits for them to be read takes another.
     */
    public Future<Boolean> isAnalysed(Mark mark) {
        return pool.preparedQuery(ANALYSED)
                .execute(Tuple.of(mark.at()))
                .map(rows -> rows.iterator().next().getBoolean("analysed"));
    }

    /** Whether no change from before the mark is left to be read after {@code shown}. */
    public Future<Boolean> isRead(Mark mark, Position shown) {
        Tuple parameters =
                Tuple.of(Long.toString(mark.transaction()), Long.toString(shown.transaction()), shown.sequence());
        return pool.preparedQuery(READ)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getBoolean("read"));
    }
}
