package huisheng.store;

import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What followers read. A review has one row, with its newest change: a follower that comes late sees each review once.
 *
 * <p>Each follower has one of its own: what was written lately is remembered until the slowest of them has read it.
 *
 * <p>Why none is skipped: a change is stamped with the number of its transaction, and only numbers below the oldest
 * transaction still open are shown. All of those have ended, so nothing can appear later at or before a position that
 * was handed out.
 */
public final class ChangeFeed {
    private static final String CHANGE = "SELECT c.review_id, c.xid::text::bigint AS transaction, c.seq, c.erased, ";

    private static final String FROM = """

            FROM review_change c
            LEFT JOIN review r ON r.id = c.review_id
            """;

    /** A review edited since its analysis is left out: its new analysis brings a new change. */
    private static final String AFTER = """

            WHERE (c.xid, c.seq) > ($1::text::xid8, $2::bigint)
              AND c.xid < pg_snapshot_xmin(pg_current_snapshot())
              AND (c.erased OR a.review_id IS NOT NULL)
            ORDER BY c.xid, c.seq
            LIMIT $3""";

    private static final String WHOLE = CHANGE + ReviewRows.REVIEW + ", " + ReviewRows.ANALYSIS + FROM
            + ReviewRows.PARENT + "\n" + ReviewRows.ANALYSED;

    private static final String WHOLE_AFTER = WHOLE + AFTER;

    /** The same changes; {@code laid} where something is laid over what the pipeline said. */
    private static final String PLACES_AFTER =
            CHANGE + "m.review_id IS NOT NULL OR k.review_id IS NOT NULL AS laid" + FROM + ReviewRows.ANALYSED + AFTER;

    /** Of changes shown up to a position. One that has changed since stands after it now, and is read there. */
    private static final String WHOLE_OF = WHOLE + """

            WHERE c.review_id = ANY ($1::bigint[]) AND (c.xid, c.seq) <= ($2::text::xid8, $3::bigint)
              AND (c.erased OR a.review_id IS NOT NULL)""";

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
    private final RecentChanges recent;
    /** Whether memory knew nothing of the batch before: then it hardly knows the next, and asking would be in vain. */
    private volatile boolean behind;

    public ChangeFeed(Database database) {
        this.vertx = database.vertx();
        this.pool = database.pool();
        this.recent = database.recent();
    }

    /** Changes after {@code position} in order, the newest of each review; empty when there are none yet. */
    public Future<List<Change>> readAfter(Position position, int limit) {
        recent.forget(this, position);
        return read(pool, position, limit);
    }

    /** The same for a follower beside the index: what this process remembers is left for the index. */
    Future<List<Change>> readBeside(SqlClient client, Position position, int limit) {
        return read(client, position, limit);
    }

    private Future<List<Change>> read(SqlClient client, Position position, int limit) {
        return recent.isEmpty() || behind ? readWhole(client, position, limit) : readMissing(client, position, limit);
    }

    private Future<List<Change>> readWhole(SqlClient client, Position position, int limit) {
        return client.preparedQuery(WHOLE_AFTER)
                .execute(parameters(position, limit))
                .compose(this::changes)
                .onSuccess(changes -> behind = !changes.isEmpty()
                        && changes.stream()
                                .noneMatch(change -> recent.find(change.reviewId(), change.position())
                                        .isPresent()));
    }

    /** Reads whole only what this process did not write just so. */
    private Future<List<Change>> readMissing(SqlClient client, Position position, int limit) {
        return client.preparedQuery(PLACES_AFTER)
                .execute(parameters(position, limit))
                .compose(rows -> {
                    List<Change> found = new ArrayList<>(rows.size());
                    List<Long> missing = new ArrayList<>();
                    Position last = position;
                    for (Row row : rows) {
                        last = position(row);
                        Optional<Change> known = known(row);
                        known.ifPresent(found::add);
                        if (known.isEmpty()) missing.add(row.getLong("review_id"));
                    }
                    behind = found.isEmpty() && !missing.isEmpty();
                    if (missing.isEmpty()) return Future.succeededFuture(found);
                    return readWhole(client, missing, last).map(read -> merged(found, read));
                });
    }

    private Optional<Change> known(Row row) {
        long review = row.getLong("review_id");
        if (row.getBoolean("erased")) return Optional.of(new Change(position(row), review, null));
        return row.getBoolean("laid") ? Optional.empty() : recent.find(review, position(row));
    }

    private Future<List<Change>> readWhole(SqlClient client, List<Long> reviews, Position last) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(reviews.toArray(Long[]::new))
                .addString(Long.toString(last.transaction()))
                .addLong(last.sequence());
        return client.preparedQuery(WHOLE_OF).execute(parameters).compose(this::changes);
    }

    private static List<Change> merged(List<Change> found, List<Change> read) {
        return Stream.concat(found.stream(), read.stream())
                .sorted(Comparator.comparing(Change::position))
                .toList();
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

    /** A batch holds megabytes of JSON: reading it takes too long for an event loop. */
    private Future<List<Change>> changes(RowSet<Row> rows) {
        return vertx.executeBlocking(
                () -> {
                    List<Change> changes = new ArrayList<>(rows.size());
                    for (Row row : rows) changes.add(change(row));
                    return changes;
                },
                false);
    }

    private static Change change(Row row) {
        @Nullable ReviewState state = row.getBoolean("erased") ? null : ReviewRows.state(row);
        return new Change(
                position(row),
                row.getLong("review_id"),
                state == null ? null : state.analysed().orElse(null));
    }

    private static Position position(Row row) {
        return new Position(row.getLong("transaction"), row.getLong("seq"));
    }
}
