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

/** Counts how tickets were served. Those that were cancelled count nowhere: nobody had to serve them. */
public final class ServiceTable {
    /** Groups, the largest first. */
    public static final int MAX_GROUPS = 200;

    private static final String COLUMNS = """
            SELECT coalesce(g.value, '') AS value,
                   count(*) AS n,
                   count(*) FILTER (WHERE t.replied_at <= t.registered_at + interval '24 hours') AS replied,
                   count(*) FILTER (WHERE t.replied_at <= t.registered_at + interval '24 hours'
                                       OR t.registered_at + interval '24 hours' <= $6) AS repliable,
                   count(*) FILTER (WHERE t.implemented_at <= t.registered_at + interval '30 days') AS implemented,
                   count(*) FILTER (WHERE t.implemented_at <= t.registered_at + interval '30 days'
                                       OR t.registered_at + interval '30 days' <= $6) AS implementable,
                   count(*) FILTER (WHERE t.reopened > 0) AS reopened,
                   count(*) FILTER (WHERE t.reopened > 0 OR t.implemented_at IS NOT NULL) AS reopenable,
                   array_agg(extract(epoch FROM t.acknowledged_at - t.registered_at)::double precision)
                       FILTER (WHERE t.acknowledged_at IS NOT NULL) AS acknowledged,
                   array_agg(extract(epoch FROM $6 - t.registered_at)::double precision)
                       FILTER (WHERE t.acknowledged_at IS NULL) AS unacknowledged,
                   array_agg(extract(epoch FROM t.closed_at - t.registered_at)::double precision)
                       FILTER (WHERE t.closed_at IS NOT NULL) AS resolved,
                   array_agg(extract(epoch FROM $6 - t.registered_at)::double precision)
                       FILTER (WHERE t.closed_at IS NULL) AS unresolved
            FROM ticket t LEFT JOIN""";

    private static final String WHERE = """
            WHERE %s AND t.state <> 'cancelled'
              AND t.registered_at >= $7 AND t.registered_at < $8 AND t.registered_at <= $6
              AND ($9::text IS NULL OR t.team = $9)
              AND ($10::smallint IS NULL OR t.level = $10)
              AND ($11::text IS NULL OR t.about #> '{only,product}' ? $11)
              AND ($12::text IS NULL OR t.about #> '{only,region}' ? $12)
            GROUP BY 1 ORDER BY n DESC, value LIMIT $13""".formatted(ScopeSql.covers("t.about", 1));

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
        return pool.preparedQuery(COLUMNS + " " + wanted.by().join() + "\n" + WHERE)
                .execute(parameters)
                .map(rows -> {
                    List<ServiceRow> counted = new ArrayList<>(rows.size());
                    for (Row row : rows) counted.add(row(row));
                    return counted;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ServiceRow row(Row row) {
        return new ServiceRow(
                row.getString("value"),
                row.getLong("n"),
                row.getLong("replied"),
                row.getLong("repliable"),
                row.getLong("implemented"),
                row.getLong("implementable"),
                row.getLong("reopened"),
                row.getLong("reopenable"),
                seconds(row, "acknowledged"),
                seconds(row, "unacknowledged"),
                seconds(row, "resolved"),
                seconds(row, "unresolved"));
    }

    private static List<Double> seconds(Row row, String column) {
        Double[] seconds = row.getArrayOfDoubles(column);
        return seconds == null ? List.of() : Arrays.asList(seconds);
    }
}
