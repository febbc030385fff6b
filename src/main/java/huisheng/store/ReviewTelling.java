package huisheng.store;

import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * A follower that tells targets of reviews. Its position is written with the events of the changes up to there: a change
 * is told of once, whenever a process dies. One process at a time; the others find nothing to do.
 */
public final class ReviewTelling {
    /** To which a target subscribes. */
    public static final String EVENT = "review.matched";

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(0x68756973686f7574) AS mine";

    private static final String POSITION = """
            SELECT i.id AS installation, f.position
            FROM installation i
            LEFT JOIN follower f ON f.name = 'outbox' AND f.installation = i.id""";

    private static final String MOVE = """
            INSERT INTO follower AS f (name, installation, position) VALUES ('outbox', $1, $2)
            ON CONFLICT (name) DO UPDATE SET (installation, position) = (excluded.installation, excluded.position)""";

    private static final String TARGETS =
            "SELECT " + TargetRows.COLUMNS + " FROM target t WHERE enabled AND '" + EVENT + "' = ANY (events)";

    private static final String NEWEST = """
            SELECT xid::text::bigint AS transaction, seq FROM review_change
            WHERE xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY xid DESC, seq DESC LIMIT 1""";

    private final Pool pool;
    private final ChangeFeed feed;
    private final Wakeups wakeups;

    public ReviewTelling(Database database) {
        this.pool = database.pool();
        this.feed = new ChangeFeed(database);
        this.wakeups = database.wakeups();
    }

    /** Where the follower stands. */
    private record Place(UUID installation, Position position) {}

    /** @param told how many events were written */
    private record Step(int read, int told) {
        static final Step NONE = new Step(0, 0);
    }

    /**
     * Judges up to {@code limit} further changes. Where nobody subscribes they are passed over unread.
     *
     * @param judge what is to be told to which of the targets
     * @return how many changes were read; 0 when there are none or another process is at it
     */
    public Future<Integer> step(int limit, BiFunction<List<StoredTarget>, List<Change>, Future<List<NewEvent>>> judge) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> step(connection, limit, judge)))
                .onSuccess(step -> {
                    if (step.told > 0) wakeups.ring(Wakeups.OUTBOX);
                })
                .map(Step::read);
    }

    private Future<Step> step(
            SqlConnection connection,
            int limit,
            BiFunction<List<StoredTarget>, List<Change>, Future<List<NewEvent>>> judge) {
        return place(connection).compose(places -> {
            if (places.isEmpty()) return Future.succeededFuture(Step.NONE);
            Place place = places.getFirst();
            return connection.query(TARGETS).execute().map(TargetRows::targets).compose(targets -> {
                if (targets.isEmpty()) return pass(connection, place);
                return feed.readBeside(connection, place.position, limit)
                        .compose(changes -> changes.isEmpty()
                                ? Future.succeededFuture(Step.NONE)
                                : judge.apply(targets, changes)
                                        .compose(events -> keep(connection, place, changes, events)));
            });
        });
    }

    /** Empty where another process is at it. */
    private static Future<List<Place>> place(SqlConnection connection) {
        return connection.query(LOCK).execute().compose(lock -> {
            if (!lock.iterator().next().getBoolean("mine")) return Future.succeededFuture(List.of());
            return connection.query(POSITION).execute().map(rows -> {
                Row row = rows.iterator().next();
                String kept = row.getString("position");
                Position position = kept == null ? Position.START : Position.parse(kept);
                return List.of(new Place(row.getUUID("installation"), position));
            });
        });
    }

    private static Future<Step> pass(SqlConnection connection, Place place) {
        return connection.query(NEWEST).execute().compose(rows -> {
            if (rows.size() == 0) return Future.succeededFuture(Step.NONE);
            Row row = rows.iterator().next();
            Position newest = new Position(row.getLong("transaction"), row.getLong("seq"));
            return newest.compareTo(place.position) <= 0
                    ? Future.succeededFuture(Step.NONE)
                    : move(connection, place, newest).map(Step.NONE);
        });
    }

    private static Future<Step> keep(
            SqlConnection connection, Place place, List<Change> changes, List<NewEvent> events) {
        Long[] erased = changes.stream()
                .filter(change -> change.analysed() == null)
                .map(Change::reviewId)
                .toArray(Long[]::new);
        return OutboxTable.tell(connection, events)
                .compose(told -> forget(connection, erased))
                .compose(done -> move(connection, place, changes.getLast().position()))
                .map(new Step(changes.size(), events.size()));
    }

    /** An erasure under way may not have seen what was told meanwhile; its change comes later, so it is seen here. */
    private static Future<Void> forget(SqlConnection connection, Long[] erased) {
        if (erased.length == 0) return Future.succeededFuture();
        return connection
                .preparedQuery(OutboxTable.FORGET_REVIEWS)
                .execute(Tuple.tuple().addArrayOfLong(erased))
                .mapEmpty();
    }

    private static Future<Void> move(SqlConnection connection, Place place, Position position) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(place.installation, position.toString()))
                .mapEmpty();
    }
}
