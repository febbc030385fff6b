package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alert rules. Who follows them is rung at each change. */
public final class AlertRuleTable {
    /** Rules that there may be. */
    public static final int MAX_RULES = 1_000;

    private static final String COLUMNS = "id, code, version, body::text AS body, updated_at, updated_by, "
            + mute("until") + " AS muted_until, " + mute("muted_by") + " AS muted_by";

    private static final String LIST = "SELECT " + COLUMNS + " FROM alert_rule WHERE NOT deleted ORDER BY id";

    private static final String FIND = "SELECT " + COLUMNS + " FROM alert_rule WHERE id = $1 AND NOT deleted";

    /** A shipped rule that is there, or was deleted, stays as it is. */
    private static final String SHIP = """
            INSERT INTO alert_rule (code, body, due_at, updated_by) VALUES ($1, $2::text::jsonb, $3, 'shipped')
            ON CONFLICT (code) DO NOTHING""";

    private static final String INSERT = """
            INSERT INTO alert_rule (body, due_at, updated_by)
            SELECT $1::text::jsonb, $2, $3
            WHERE (SELECT count(*) FROM alert_rule WHERE NOT deleted) < $4
            RETURNING %s""".formatted(COLUMNS);

    private static final String UPDATE = """
            UPDATE alert_rule
            SET (version, body, due_at, failures, lease, leased_until, updated_at, updated_by)
                = (version + 1, $2::text::jsonb, $3, 0, NULL, NULL, now(), $4)
            WHERE id = $1 AND NOT deleted AND ($5::int IS NULL OR version = $5::int)
            RETURNING %s""".formatted(COLUMNS);

    private static final String DELETE = """
            UPDATE alert_rule SET (deleted, due_at, lease, updated_at, updated_by) = (true, NULL, NULL, now(), $2)
            WHERE id = $1 AND NOT deleted""";

    /**
     * The longest due; rows that another process claims at this moment are passed over. A time farther ahead than the rule
     * rests, or than a lease lasts, is of a clock that was set back since: it counts as past. By a minute farther, as what
     * another process has just written comes of a time that was read a little later than the caller's.
     */
    private static final String CLAIM = """
            UPDATE alert_rule SET (lease, leased_until) = ($2, $3)
            WHERE id = (
                SELECT id FROM alert_rule
                WHERE due_at IS NOT NULL
                  AND (due_at <= $1::timestamptz OR due_at > $1::timestamptz
                       + CASE WHEN body #>> '{when,every}' ~ '^PT[0-9HMS.]+$' THEN (body #>> '{when,every}')::interval
                              ELSE interval '7 days' END + interval '1 minute')
                  AND (leased_until IS NULL OR leased_until <= $1::timestamptz
                       OR leased_until > $3::timestamptz + interval '1 minute')
                ORDER BY due_at LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING failures, %s""".formatted(COLUMNS);

    private static final String POSTPONE = """
            UPDATE alert_rule SET (due_at, failures, lease, leased_until) = ($3, failures + 1, NULL, NULL)
            WHERE id = $1 AND lease = $2""";

    private static final String GIVE_BACK = """
            UPDATE alert_rule SET (due_at, lease, leased_until) = ($3, NULL, NULL) WHERE id = $1 AND lease = $2""";

    private static final String DUE = "SELECT count(*) AS n FROM alert_rule WHERE due_at <= $1";

    private static final String NAMING = """
            SELECT id FROM alert_rule
            WHERE NOT deleted AND (body->'targets' ? $1 OR body#>'{escalation,targets}' ? $1)
            ORDER BY id LIMIT 20""";

    private static final String OPEN =
            "SELECT group_key FROM alert WHERE rule_id = $1 AND state <> 'closed' ORDER BY id DESC LIMIT 1000";

    private final Pool pool;
    private final Wakeups wakeups;

    public AlertRuleTable(Database database) {
        this.pool = database.pool();
        this.wakeups = database.wakeups();
    }

    /** Of the whole rule, by the same bounds as where it is decided what is told. */
    private static String mute(String column) {
        return """
                (SELECT m.%s FROM alert_mute m
                 WHERE m.rule_id = alert_rule.id AND m.group_key IS NULL
                   AND m.until > clock_timestamp() AND m.until <= clock_timestamp() + interval '91 days')""".formatted(column);
    }

    /** All that are not deleted, by id. */
    public Future<List<StoredRule>> list() {
        return pool.preparedQuery(LIST).execute().map(AlertRuleTable::rules);
    }

    public Future<Optional<StoredRule>> find(long id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id)).map(AlertRuleTable::first);
    }

    /** @param due when it is evaluated first, the epoch for at once; null for a rule about single reviews, or one that is off */
    public record NewRule(String body, @Nullable Instant due) {}

    /** Those of the shipped rules that this database has never had. */
    public Future<Void> ship(Map<String, NewRule> shipped) {
        List<Tuple> rows = new ArrayList<>();
        shipped.forEach((code, rule) -> rows.add(Tuple.of(code, rule.body(), AlertRows.utc(rule.due()))));
        if (rows.isEmpty()) return Future.succeededFuture();
        return pool.preparedQuery(SHIP).executeBatch(rows).mapEmpty();
    }

    /** Empty where there are {@link #MAX_RULES} already. */
    public Future<Optional<StoredRule>> insert(NewRule rule, String by) {
        Tuple parameters = Tuple.of(rule.body(), AlertRows.utc(rule.due()), Texts.storable(by), (long) MAX_RULES);
        return pool.preparedQuery(INSERT)
                .execute(parameters)
                .map(AlertRuleTable::first)
                .onSuccess(this::ring);
    }

    /** @param expected its version; null for any. Empty where it has another, or is gone */
    public Future<Optional<StoredRule>> update(long id, NewRule rule, String by, @Nullable Integer expected) {
        Tuple parameters = Tuple.of(id, rule.body(), AlertRows.utc(rule.due()), Texts.storable(by), expected);
        return pool.preparedQuery(UPDATE)
                .execute(parameters)
                .map(AlertRuleTable::first)
                .onSuccess(this::ring);
    }

    /** False where there is none. Its alerts stay. */
    public Future<Boolean> delete(long id, String by) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(id, Texts.storable(by)))
                .map(rows -> rows.rowCount() > 0)
                .onSuccess(this::ring);
    }

    /** A rule that is due, for this process alone until {@code until}; empty where none is. */
    public Future<Optional<ClaimedRule>> claim(Instant now, Instant until) {
        UUID lease = UUID.randomUUID();
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(AlertRows.utc(now), lease, AlertRows.utc(until)))
                .map(rows -> first(rows).map(rule -> {
                    int failures = rows.iterator().next().getInteger("failures");
                    return new ClaimedRule(rule, lease, failures);
                }));
    }

    /** How many rules are due and not evaluated yet. */
    public Future<Long> due(Instant now) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of(AlertRows.utc(now)))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    /** Gives a rule that could not be evaluated back, due again then; nothing happens where the lease is lost. */
    public Future<Void> postpone(ClaimedRule claimed, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(claimed.rule().id(), claimed.lease(), AlertRows.utc(until)))
                .mapEmpty();
    }

    /** Gives a rule back that was not evaluated, through no fault of its own; nothing happens where the lease is lost. */
    public Future<Void> giveBack(ClaimedRule claimed, Instant now) {
        return pool.preparedQuery(GIVE_BACK)
                .execute(Tuple.of(claimed.rule().id(), claimed.lease(), AlertRows.utc(now)))
                .mapEmpty();
    }

    /** Numbers of the rules that tell this target, the first 20. */
    public Future<List<Long>> naming(String target) {
        return pool.preparedQuery(NAMING)
                .execute(Tuple.of(Texts.storable(target)))
                .map(rows -> {
                    List<Long> ids = new ArrayList<>(rows.size());
                    for (Row row : rows) ids.add(row.getLong("id"));
                    return ids;
                });
    }

    /** Groups of the rule that have an alert which is not closed, the newest 1,000. */
    public Future<List<String>> openGroups(long rule) {
        return pool.preparedQuery(OPEN).execute(Tuple.of(rule)).map(rows -> {
            List<String> groups = new ArrayList<>(rows.size());
            for (Row row : rows) groups.add(row.getString("group_key"));
            return groups;
        });
    }

    private void ring(Object changed) {
        wakeups.ring(Wakeups.ALERT_RULE);
    }

    private static Optional<StoredRule> first(RowSet<Row> rows) {
        return rules(rows).stream().findFirst();
    }

    private static List<StoredRule> rules(RowSet<Row> rows) {
        List<StoredRule> rules = new ArrayList<>(rows.size());
        for (Row row : rows) {
            rules.add(new StoredRule(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getInteger("version"),
                    row.getString("body"),
                    ReviewRows.time(row, "updated_at"),
                    row.getString("updated_by"),
                    mute(row)));
        }
        return rules;
    }

    private static @Nullable RuleMute mute(Row row) {
        Instant until = ReviewRows.timeOrNull(row, "muted_until");
        return until == null ? null : new RuleMute(until, row.getString("muted_by"));
    }
}
