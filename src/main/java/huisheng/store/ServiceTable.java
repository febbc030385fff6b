package huisheng.store;

import huisheng.review.Period;
import huisheng.review.Scope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts how tickets were served. Of those that were cancelled only the number is told: nobody had to serve them, and
 * whoever cancels what is late can be seen to do so.
 */
public final class ServiceTable {
    /** Groups, the largest first. */
    public static final int MAX_GROUPS = 200;

    private static final String COUNTED = """
            served AS (
                SELECT value, count(*) AS n,
                       count(*) FILTER (WHERE implemented_after <= 30 * 86400 AND registered_at + interval '30 days' + idle <= $6) AS implemented,
                       count(*) FILTER (WHERE registered_at + interval '30 days' + idle <= $6) AS implementable,
                       count(*) FILTER (WHERE reopened > 0) AS reopened,
                       count(*) FILTER (WHERE reopened > 0 OR implemented_at IS NOT NULL) AS reopenable,
                       array_agg(extract(epoch FROM acknowledged_at - registered_at)::double precision)
                           FILTER (WHERE acknowledged_at IS NOT NULL) AS acknowledged,
                       array_agg(extract(epoch FROM $6 - registered_at)::double precision)
                           FILTER (WHERE acknowledged_at IS NULL) AS unacknowledged,
                       array_agg(extract(epoch FROM closed_at - registered_at)::double precision)
                           FILTER (WHERE closed_at IS NOT NULL) AS resolved,
                       array_agg(extract(epoch FROM $6 - registered_at)::double precision)
                           FILTER (WHERE closed_at IS NULL) AS unresolved
                FROM grouped WHERE state <> 'cancelled' GROUP BY value
            ),""";

    /** A complaint of several tickets of a group counts once; it is answered by whichever ticket answered it first. */
    private static final String ANSWERED = """
            complaint AS (
                SELECT DISTINCT ON (g.value, r.id) g.value, r.id, r.received_at, g.id AS ticket
                FROM grouped g JOIN ticket_review l ON l.ticket_id = g.id JOIN review r ON r.id = l.review_id AND %s
                WHERE g.state <> 'cancelled' AND r.received_at + interval '24 hours' <= $6
                ORDER BY g.value, r.id, g.id
            ), reply AS (
                SELECT p.review_id, min(p.replied_at) AS at
                FROM ticket_reply p JOIN ticket t ON t.id = p.ticket_id
                WHERE %s AND p.review_id IN (SELECT id FROM complaint) GROUP BY 1
            ), heard AS (
                SELECT c.value, c.ticket, count(*) AS complaints,
                       count(*) FILTER (WHERE p.at <= c.received_at + interval '24 hours') AS replied
                FROM complaint c LEFT JOIN reply p ON p.review_id = c.id GROUP BY 1, 2
            ), answered AS (
                SELECT value, array_agg(replied ORDER BY ticket) AS replied, array_agg(complaints ORDER BY ticket) AS complaints
                FROM heard GROUP BY value
            ), cancelled AS (
                SELECT value, count(*) FILTER (WHERE state = 'cancelled') AS cancelled FROM grouped GROUP BY value
            )
            SELECT *, coalesce(n, 0) AS tickets FROM cancelled
            LEFT JOIN served USING (value) LEFT JOIN answered USING (value)
            ORDER BY tickets DESC, value LIMIT $13""".formatted(ScopeSql.condition("r", 1), ScopeSql.covers("t.about", 1));

    private final Pool pool;

    public ServiceTable(Database database) {
        this.pool = database.pool();
    }

    /**
     * Which tickets are asked about; null for any.
     *
     * @param period in which they were registered
     */
    public record Wanted(
            Period period,
            ServiceGroup by,
            @Nullable String team,
            @Nullable Integer level,
            @Nullable String product,
            @Nullable String region) {}

    /** As things stand at {@code now}. */
    public Future<List<ServiceRow>> count(Scope scope, Wanted wanted, Instant now) {
        Tuple parameters = ScopeSql.bind(Tuple.tuple(), scope);
        parameters.addOffsetDateTime(utc(now));
        parameters.addOffsetDateTime(utc(wanted.period().from()));
        parameters.addOffsetDateTime(utc(wanted.period().until()));
        parameters.addValue(wanted.team());
        Integer level = wanted.level();
        parameters.addValue(level == null ? null : level.shortValue());
        parameters.addValue(wanted.product());
        parameters.addValue(wanted.region());
        parameters.addLong((long) MAX_GROUPS);
        return pool.preparedQuery(statement(wanted.by())).execute(parameters).map(rows -> {
            List<ServiceRow> counted = new ArrayList<>(rows.size());
            for (Row row : rows) counted.add(row(row));
            return counted;
        });
    }

    /**
     * {@code idle}: what does not count into the thirty days, pauses before the implementation. A ticket whose thirty days
     * are not over yet is left out whether it is implemented or not, else the quick ones would count before the slow.
     */
    private static String statement(ServiceGroup by) {
        return """
            WITH mine AS (
                SELECT t.*, CASE
                    WHEN t.implemented_at IS NULL
                        THEN t.paused * interval '1 second' + coalesce($6 - t.paused_since, interval '0')
                    ELSE t.implemented_at - t.registered_at - t.implemented_after * interval '1 second' END AS idle
                FROM ticket t
                WHERE %s
                  AND t.registered_at >= $7 AND t.registered_at < $8 AND t.registered_at <= $6
                  AND ($9::text IS NULL OR t.team = $9)
                  AND ($10::smallint IS NULL OR t.level = $10)
                  AND ($11::text IS NULL OR t.about #> '{only,product}' ? $11)
                  AND ($12::text IS NULL OR t.about #> '{only,region}' ? $12)
            ), grouped AS (
                SELECT coalesce(g.value, '') AS value, t.* FROM mine t LEFT JOIN %s
            ),""".formatted(ScopeSql.covers("t.about", 1), by.join()) + COUNTED + ANSWERED;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ServiceRow row(Row row) {
        return new ServiceRow(
                row.getString("value"),
                row.getLong("tickets"),
                row.getLong("cancelled"),
                counts(row, "replied"),
                counts(row, "complaints"),
                count(row, "implemented"),
                count(row, "implementable"),
                count(row, "reopened"),
                count(row, "reopenable"),
                seconds(row, "acknowledged"),
                seconds(row, "unacknowledged"),
                seconds(row, "resolved"),
                seconds(row, "unresolved"));
    }

    /** None where all tickets of the group were cancelled. */
    private static long count(Row row, String column) {
        Long count = row.getLong(column);
        return count == null ? 0 : count;
    }

    private static List<Long> counts(Row row, String column) {
        Long[] counts = row.getArrayOfLongs(column);
        return counts == null ? List.of() : Arrays.asList(counts);
    }

    private static List<Double> seconds(Row row, String column) {
        Double[] seconds = row.getArrayOfDoubles(column);
        return seconds == null ? List.of() : Arrays.asList(seconds);
    }
}
