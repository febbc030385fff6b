package huisheng.store;

/** Statements of {@link DeliveryQueue}. All times are the database's, so processes need not agree on the hour. */
final class DeliverySql {
    private DeliverySql() {}

    /** A time set so far ahead that no pause could have is of a clock that was set back since: it counts as past. */
    private static String past(String column, String longest) {
        return "NOT coalesce(%1$s > clock_timestamp() AND %1$s <= clock_timestamp() + %2$s * interval '1 second', false)"
                .formatted(column, longest);
    }

    /** What needs no pause is due whatever the clock says later. */
    private static String after(String seconds) {
        return "CASE WHEN %1$s::float8 > 0 THEN clock_timestamp() + %1$s::float8 * interval '1 second' ELSE 'epoch' END"
                .formatted(seconds);
    }

    private static final String OPEN = "d.state IN ('waiting', 'sending') AND " + past("d.due_at", "$3::float8");

    static final String LEASES = "SELECT id, lease FROM target WHERE lease IS NOT NULL";

    /** $1 lease, $2 how many, $3 the longest pause in seconds, $4 targets and $5 leases of theirs that are abandoned. */
    static final String LEASE = """
            UPDATE target t
            SET lease = $1
            FROM (SELECT id FROM target t
                  WHERE enabled AND %s
                    AND (lease IS NULL OR (id, lease) IN (SELECT * FROM unnest($4::bigint[], $5::uuid[])))
                    AND EXISTS (SELECT 1 FROM delivery d WHERE d.target_id = t.id AND %s)
                  ORDER BY calls[cardinality(calls)] NULLS FIRST, id
                  LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED) free
            WHERE t.id = free.id
            RETURNING %s, t.calls, clock_timestamp() AS now""".formatted(past("due_at", "$3::float8"), OPEN, TargetRows.COLUMNS);

    /** $1 targets, $2 how many of each; urgent ones first, then in order. */
    static final String RIPE = """
            SELECT d.id, d.target_id, d.urgent, d.alone, d.failures, e.key, e.body
            FROM unnest($1::bigint[]) l (target_id)
            CROSS JOIN LATERAL (
                SELECT d.* FROM delivery d WHERE d.target_id = l.target_id AND %s
                ORDER BY d.urgent DESC, d.id LIMIT $2) d
            JOIN outbox_event e ON e.id = d.event_id
            ORDER BY d.target_id, d.urgent DESC, d.id""".formatted(OPEN);

    /** In the order of the ids, so that of two processes one waits for the other. */
    static final String SENDING = """
            UPDATE delivery d SET state = 'sending'
            FROM (SELECT id FROM delivery WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE) o
            WHERE d.id = o.id""";

    /** $1 target, $2 lease, $3 whether called, $4 failures in a row, $5 pause in seconds, $6 not before. */
    static final String RELEASE = """
            UPDATE target
            SET lease = NULL, failures = $4,
                due_at = greatest(%s, $6::timestamptz),
                calls = ARRAY(SELECT c FROM unnest(calls || CASE WHEN $3::boolean THEN ARRAY[clock_timestamp()] END) c
                              WHERE c BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp())
            WHERE id = $1 AND lease = $2""".formatted(after("$5"));

    /** $1 deliveries, $2 state, $3 failures more, $4 how many are too many, $5 alone, $6 error, $7 pause in seconds. */
    static final String END = """
            UPDATE delivery d
            SET state = n.state, failures = d.failures + $3::int, alone = d.alone OR $5::boolean, error = $6,
                due_at = %s,
                ended_at = CASE WHEN n.state IN ('sent', 'dead') THEN clock_timestamp() END
            FROM (SELECT id, CASE WHEN $3::int > 0 AND failures + $3::int >= $4::int THEN 'dead' ELSE $2 END AS state
                  FROM delivery WHERE id = ANY ($1::bigint[])) n
            WHERE d.id = n.id AND d.state = 'sending'""".formatted(after("$7"));

    /** $1 target, $2 how many failures are too many, $3 error: of all that waits. */
    static final String IN_VAIN = """
            UPDATE delivery
            SET failures = failures + 1, error = $3,
                state = CASE WHEN failures + 1 >= $2::int THEN 'dead' ELSE 'waiting' END,
                ended_at = CASE WHEN failures + 1 >= $2::int THEN clock_timestamp() END
            WHERE target_id = $1 AND state IN ('waiting', 'sending')""";
}
