package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads why alerts may have to wait, within the caller's transaction. */
final class Restraints {
    /**
     * Else two that tell at once would each find room for the last telling of the day, and what is being held back would
     * miss the end of a mute. In the order of the key.
     */
    private static final String LOCK = """
            SELECT id FROM alert_rule WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE""";

    /** A mute farther ahead than one can be was set by a clock that was set back since. */
    private static final String READ = """
            WITH told AS (
                SELECT a.rule_id, count(*) AS n, min(l.at) AS first_told
                FROM alert_log l JOIN alert a ON a.id = l.alert_id
                WHERE l.what = 'told' AND l.at > $3::timestamptz - interval '24 hours' AND l.at <= $3::timestamptz
                  AND a.rule_id = ANY ($1::bigint[])
                GROUP BY a.rule_id
            )
            SELECT m.until, coalesce(t.n, 0) AS n, t.first_told
            FROM unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS i (rule_id, group_key, nth)
            LEFT JOIN told t ON t.rule_id = i.rule_id
            LEFT JOIN LATERAL (
                SELECT max(m.until) AS until FROM alert_mute m
                WHERE m.rule_id = i.rule_id AND (m.group_key IS NULL OR m.group_key = i.group_key)
                  AND m.until > $3::timestamptz AND m.until <= $3::timestamptz + interval '91 days') m ON true
            ORDER BY i.nth""";

    /** @param all one for each group, in their order */
    record Read(Instant now, List<Restraint> all) {}

    private Restraints() {}

    static Future<Read> read(SqlConnection connection, SharedClock clock, Collection<AlertGroup> groups) {
        Long[] rules = groups.stream().map(AlertGroup::rule).toArray(Long[]::new);
        String[] keys = groups.stream().map(AlertGroup::key).toArray(String[]::new);
        return lock(connection, rules)
                .compose(locked -> clock.now(connection))
                .compose(now -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.tuple()
                                .addArrayOfLong(rules)
                                .addArrayOfString(keys)
                                .addOffsetDateTime(AlertRows.utc(now)))
                        .map(rows -> {
                            List<Restraint> all = new ArrayList<>(rows.size());
                            for (Row row : rows) all.add(restraint(row));
                            return new Read(now, all);
                        }));
    }

    /** Until the transaction ends nobody else decides whether alerts of these rules are told. */
    static Future<Void> lock(SqlConnection connection, Long... rules) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfLong(rules))
                .mapEmpty();
    }

    private static Restraint restraint(Row row) {
        return new Restraint(
                ReviewRows.timeOrNull(row, "until"), row.getLong("n"), ReviewRows.timeOrNull(row, "first_told"));
    }
}
