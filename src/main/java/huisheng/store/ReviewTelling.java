package huisheng.store;

import huisheng.review.AnalysedReview;
import huisheng.review.Change;
import huisheng.review.Position;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A follower that tells targets of reviews. Its position is written with the events of the changes up to there: a change
 * is told of once, whenever a process dies. One process at a time; the others find nothing to do.
 */
public final class ReviewTelling {
    /** To which a target subscribes. */
    public static final String EVENT = "review.matched";

    /** What arrived longer ago is no news, and the outbox soon forgets whether it was told. */
    public static final Duration NEWS = DeliveryTable.ROWS_KEPT.minusDays(30);

    private static final int MOST_CHANGES = 500;

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

    private static final String EDITED = """
            SELECT review_id, max(replaced_at) AS edited_at FROM review_version
            WHERE review_id = ANY ($1::bigint[])
            GROUP BY review_id""";

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

    /** What is to be told of arrivals to which of the targets. */
    @FunctionalInterface
    public interface Judge {
        Future<List<NewEvent>> judge(List<StoredTarget> targets, List<Arrival> arrivals);
    }

    /** Where the follower stands. */
    private record Place(UUID installation, Position position) {}

    /** @param told how many events were written */
    private record Step(int read, int told) {
        static final Step NONE = new Step(0, 0);
    }

    /**
     * Judges further changes, as many as bring no more than {@code most} events where every target is told of each.
     * Where nobody subscribes they are passed over unread.
     *
     * @return how many changes were read; 0 when there are none or another process is at it
     */
    public Future<Integer> step(int most, Judge judge) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> step(connection, most, judge)))
                .onSuccess(step -> {
                    if (step.told > 0) wakeups.ring(Wakeups.OUTBOX);
                })
                .map(Step::read);
    }

    private Future<Step> step(SqlConnection connection, int most, Judge judge) {
        return place(connection).compose(places -> {
            if (places.isEmpty()) return Future.succeededFuture(Step.NONE);
            Place place = places.getFirst();
            return connection.query(TARGETS).execute().map(TargetRows::targets).compose(targets -> {
                if (targets.isEmpty()) return pass(connection, place);
                int limit = Math.clamp(most / targets.size(), 1, MOST_CHANGES);
                return feed.readBeside(connection, place.position, limit)
                        .compose(changes -> changes.isEmpty()
                                ? Future.succeededFuture(Step.NONE)
                                : arrivals(connection, changes)
                                        .compose(arrivals -> judge.judge(targets, arrivals))
                                        .compose(events -> keep(connection, place, changes, events)));
            });
        });
    }

    private static Future<List<Arrival>> arrivals(SqlConnection connection, List<Change> changes) {
        List<AnalysedReview> all =
                changes.stream().map(Change::analysed).filter(Objects::nonNull).toList();
        Long[] edited = all.stream()
                .filter(review -> review.stored().version() > 1)
                .map(AnalysedReview::id)
                .toArray(Long[]::new);
        return connection
                .preparedQuery(EDITED)
                .execute(Tuple.tuple().addArrayOfLong(edited))
                .map(rows -> {
                    Map<Long, Instant> at = new HashMap<>();
                    for (Row row : rows) at.put(row.getLong("review_id"), ReviewRows.time(row, "edited_at"));
                    return all.stream()
                            .map(review -> new Arrival(
                                    review,
                                    at.getOrDefault(review.id(), review.stored().receivedAt())))
                            .toList();
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
        return OutboxTable.tell(connection, events)
                .compose(told -> move(connection, place, changes.getLast().position()))
                .map(new Step(changes.size(), events.size()));
    }

    private static Future<Void> move(SqlConnection connection, Place place, Position position) {
        return connection
                .preparedQuery(MOVE)
                .execute(Tuple.of(place.installation, position.toString()))
                .mapEmpty();
    }
}
