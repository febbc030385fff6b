package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Deliveries that wait for their turn. Any number of processes may work on it: each target is leased by one at a time,
 * so its order and its limits hold. A delivery is marked before its target is called; where a process dies between the
 * call and its end, the delivery is open again once the lease is over, and the target may be told twice.
 */
public final class DeliveryQueue {
    /** With the pauses of the caller about a day. */
    public static final int MAX_FAILURES = 110;

    /** No pause may be longer: what is set further ahead counts as due. */
    public static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Deliveries of one target that are looked at together. */
    public static final int MOST_TOGETHER = 20;

    private final Pool pool;
    private final LeaseWatch watch;

    /** @param lease after which a claim whose process is silent is free again */
    public DeliveryQueue(Database database, Duration lease) {
        this(database, new LeaseWatch(lease, System::nanoTime));
    }

    DeliveryQueue(Database database, LeaseWatch watch) {
        this.pool = database.pool();
        this.watch = watch;
    }

    /**
     * Leases up to {@code limit} targets that have something due and may be called.
     *
     * @param choose what of the ripe deliveries, at most {@link #MOST_TOGETHER} in order, is to be told now; may be asked again
     */
    public Future<List<DeliveryClaim>> claim(int limit, Function<DeliveryClaim, List<OpenDelivery>> choose) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> lease(connection, limit)
                .compose(leased ->
                        leased.isEmpty() ? Future.succeededFuture(leased) : taken(connection, leased, choose))));
    }

    private static Future<List<DeliveryClaim>> taken(
            SqlConnection connection, List<DeliveryClaim> leased, Function<DeliveryClaim, List<OpenDelivery>> choose) {
        return ripe(connection, leased)
                .map(ripe -> ripe.stream()
                        .map(claim -> claim.with(choose.apply(claim)))
                        .toList())
                .compose(claims -> mark(connection, claims).map(claims));
    }

    private Future<List<DeliveryClaim>> lease(SqlConnection connection, int limit) {
        UUID name = UUID.randomUUID();
        return abandoned(connection)
                .compose(gone -> {
                    Tuple parameters = Tuple.of(name, (long) limit, seconds(LONGEST_PAUSE))
                            .addArrayOfLong(gone.keySet().toArray(Long[]::new))
                            .addArrayOfUUID(gone.values().toArray(UUID[]::new));
                    return connection.preparedQuery(DeliverySql.LEASE).execute(parameters);
                })
                .map(rows -> leased(name, rows));
    }

    private Future<Map<Long, UUID>> abandoned(SqlConnection connection) {
        return connection.query(DeliverySql.LEASES).execute().map(rows -> {
            Map<Long, UUID> leases = new HashMap<>();
            for (Row row : rows) leases.put(row.getLong("id"), row.getUUID("lease"));
            return watch.abandoned(leases);
        });
    }

    private static List<DeliveryClaim> leased(UUID name, RowSet<Row> rows) {
        List<DeliveryClaim> claims = new ArrayList<>();
        for (Row row : rows) {
            List<Instant> calls = Arrays.stream(row.getArrayOfOffsetDateTimes("calls"))
                    .map(OffsetDateTime::toInstant)
                    .toList();
            Instant now = ReviewRows.time(row, "now");
            claims.add(new DeliveryClaim(name, TargetRows.target(row), calls, now, List.of()));
        }
        return claims;
    }

    private static Future<List<DeliveryClaim>> ripe(SqlConnection connection, List<DeliveryClaim> leased) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(
                        leased.stream().map(claim -> claim.target().id()).toArray(Long[]::new))
                .addLong((long) MOST_TOGETHER)
                .addDouble(seconds(LONGEST_PAUSE));
        return connection.preparedQuery(DeliverySql.RIPE).execute(parameters).map(rows -> {
            Map<Long, List<OpenDelivery>> byTarget = new HashMap<>();
            for (Row row : rows) {
                byTarget.computeIfAbsent(row.getLong("target_id"), id -> new ArrayList<>())
                        .add(open(row));
            }
            return leased.stream()
                    .map(claim ->
                            claim.with(byTarget.getOrDefault(claim.target().id(), List.of())))
                    .toList();
        });
    }

    private static OpenDelivery open(Row row) {
        String body = row.getString("body");
        return new OpenDelivery(
                row.getLong("id"),
                row.getString("key"),
                body == null ? "" : body,
                row.getBoolean("urgent"),
                row.getBoolean("alone"),
                row.getInteger("failures"));
    }

    private static Future<Void> mark(SqlConnection connection, List<DeliveryClaim> claims) {
        Long[] ids = claims.stream()
                .flatMap(claim -> claim.deliveries().stream().map(OpenDelivery::id))
                .toArray(Long[]::new);
        return connection
                .preparedQuery(DeliverySql.SENDING)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .mapEmpty();
    }

    /** Writes down how it ended and lets the target go. False where the lease was over, and another has it now. */
    public Future<Boolean> end(DeliveryClaim claim, DeliveryEnd end) {
        return Retry.onConflict(() -> pool.withTransaction(connection -> release(connection, claim, end)
                .compose(rows -> rows.rowCount() == 0
                        ? Future.succeededFuture(false)
                        : settle(connection, claim, end).map(true))));
    }

    private static Future<RowSet<Row>> release(SqlConnection connection, DeliveryClaim claim, DeliveryEnd end) {
        StoredTarget target = claim.target();
        boolean rests = end.how() == DeliveryEnd.How.THROTTLED || end.how() == DeliveryEnd.How.UNREACHABLE;
        int failures = switch (end.how()) {
            case UNREACHABLE -> target.failures() + 1;
            case HELD -> target.failures();
            case SENT, THROTTLED, FAILED, REFUSED -> 0;
        };
        Tuple parameters = Tuple.of(
                target.id(),
                claim.lease(),
                end.called(),
                failures,
                rests ? seconds(end.pause()) : 0.0,
                end.notBefore().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(DeliverySql.RELEASE).execute(parameters);
    }

    private static Future<Void> settle(SqlConnection connection, DeliveryClaim claim, DeliveryEnd end) {
        Long[] ids = claim.deliveries().stream().map(OpenDelivery::id).toArray(Long[]::new);
        Tuple parameters = Tuple.tuple().addArrayOfLong(ids);
        return switch (end.how()) {
            case UNREACHABLE ->
                connection
                        .preparedQuery(DeliverySql.IN_VAIN)
                        .execute(Tuple.of(claim.target().id(), MAX_FAILURES, end.error()))
                        .mapEmpty();
            case SENT -> end(connection, parameters, "sent", 0, false, end);
            case HELD, THROTTLED -> end(connection, parameters, "waiting", 0, false, end);
            case FAILED -> end(connection, parameters, "waiting", 1, false, end);
            case REFUSED -> {
                boolean digest = ids.length > 1;
                yield end(connection, parameters, digest ? "waiting" : "dead", digest ? 0 : 1, digest, end);
            }
        };
    }

    private static Future<Void> end(
            SqlConnection connection, Tuple ids, String state, int failures, boolean alone, DeliveryEnd end) {
        boolean waits = end.how() == DeliveryEnd.How.HELD || end.how() == DeliveryEnd.How.FAILED;
        Tuple parameters = ids.addString(state)
                .addInteger(failures)
                .addInteger(MAX_FAILURES)
                .addBoolean(alone)
                .addString(end.error())
                .addDouble(waits ? seconds(end.pause()) : 0.0);
        return connection.preparedQuery(DeliverySql.END).execute(parameters).mapEmpty();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
