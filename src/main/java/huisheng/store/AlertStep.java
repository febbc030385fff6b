package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What rules have found becomes alerts, within the caller's transaction: note, look, decide, write, tell. */
final class AlertStep {
    /** Answers the ordinals of those that are new. In the order of the key, like every transaction that inserts here. */
    private static final String NOTE = """
            INSERT INTO alert_match AS m (rule_id, review_id, version, alert_id)
            SELECT DISTINCT ON (rule_id, review_id, version) rule_id, review_id, version, 0
            FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS i (rule_id, review_id, version)
            ORDER BY rule_id, review_id, version
            ON CONFLICT DO NOTHING
            RETURNING m.rule_id, m.review_id, m.version""";

    private static final String BELONG = """
            UPDATE alert_match m SET alert_id = i.alert_id
            FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::bigint[]) AS i (rule_id, review_id, version, alert_id)
            WHERE m.rule_id = i.rule_id AND m.review_id = i.review_id AND m.version = i.version""";

    private static final String IDS = "SELECT nextval('alert_seq') AS id FROM generate_series(1, $1::int)";

    private static final String LAST = """
            SELECT %s
            FROM alert t
            WHERE t.id IN (
                SELECT max(a.id) FROM alert a
                JOIN unnest($1::bigint[], $2::text[]) AS i (rule_id, group_key)
                  ON a.rule_id = i.rule_id AND a.group_key = i.group_key
                GROUP BY a.rule_id, a.group_key)
            ORDER BY t.id
            FOR UPDATE OF t""".formatted(AlertRows.COLUMNS);

    private static final String MUTES = """
            SELECT m.rule_id, m.group_key, m.until FROM alert_mute m
            WHERE m.rule_id = ANY ($1::bigint[]) AND m.until > $2""";

    private static final String TOLD = """
            SELECT a.rule_id, count(*) AS n
            FROM alert_log l JOIN alert a ON a.id = l.alert_id
            WHERE l.what = 'told' AND l.at > $2::timestamptz - interval '24 hours' AND a.rule_id = ANY ($1::bigint[])
            GROUP BY a.rule_id""";

    private static final String LOG = """
            INSERT INTO alert_log (alert_id, at, what, actor, comment)
            SELECT alert_id, at, what, actor, comment
            FROM unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[])
                AS i (alert_id, at, what, actor, comment)""";

    private final SqlConnection connection;
    private final List<AlertMatch> matches;
    private final OffsetDateTime now;

    private record Group(long rule, String key) {}

    private record Text(long rule, long review, int version) {}

    AlertStep(SqlConnection connection, List<AlertMatch> matches, Instant now) {
        this.connection = connection;
        this.matches = matches;
        this.now = java.util.Objects.requireNonNull(AlertRows.utc(now));
    }

    /** @return how many alerts were raised or added to */
    Future<Integer> run(Function<List<AlertStanding>, List<AlertWrite>> decide) {
        return fresh().compose(fresh -> fresh.isEmpty()
                ? Future.succeededFuture(0)
                : standings(fresh).compose(standings -> {
                    List<AlertWrite> writes = decide.apply(standings);
                    return write(connection, writes)
                            .compose(done -> belong(standings, writes))
                            .map(writes.size());
                }));
    }

    private Future<Map<Group, List<Integer>>> fresh() {
        List<AlertMatch> single =
                matches.stream().filter(match -> match.review() != null).toList();
        if (single.isEmpty()) return Future.succeededFuture(grouped(Map.of()));
        return connection.preparedQuery(NOTE).execute(keys(single)).map(rows -> {
            Map<Text, Boolean> noted = new HashMap<>();
            for (Row row : rows) {
                noted.put(new Text(row.getLong("rule_id"), row.getLong("review_id"), row.getInteger("version")), true);
            }
            return grouped(noted);
        });
    }

    private Map<Group, List<Integer>> grouped(Map<Text, Boolean> noted) {
        Map<Group, List<Integer>> fresh = new LinkedHashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            AlertMatch match = matches.get(i);
            Long review = match.review();
            if (review != null && !noted.containsKey(new Text(match.rule(), review, match.version()))) continue;
            fresh.computeIfAbsent(new Group(match.rule(), match.group()), group -> new ArrayList<>())
                    .add(i);
        }
        return fresh;
    }

    private Future<List<AlertStanding>> standings(Map<Group, List<Integer>> fresh) {
        Long[] rules = fresh.keySet().stream().map(Group::rule).toArray(Long[]::new);
        String[] keys = fresh.keySet().stream().map(Group::key).toArray(String[]::new);
        Future<RowSet<Row>> ids = connection.preparedQuery(IDS).execute(Tuple.of(fresh.size()));
        return ids.compose(fetched -> connection
                .preparedQuery(LAST)
                .execute(Tuple.tuple().addArrayOfLong(rules).addArrayOfString(keys))
                .compose(last -> connection
                        .preparedQuery(MUTES)
                        .execute(Tuple.tuple().addArrayOfLong(rules).addOffsetDateTime(now))
                        .compose(mutes -> connection
                                .preparedQuery(TOLD)
                                .execute(Tuple.tuple().addArrayOfLong(rules).addOffsetDateTime(now))
                                .map(told -> standings(fresh, fetched, AlertRows.alerts(last), mutes, told)))));
    }

    private static List<AlertStanding> standings(
            Map<Group, List<Integer>> fresh,
            RowSet<Row> ids,
            List<StoredAlert> last,
            RowSet<Row> mutes,
            RowSet<Row> told) {
        Map<Group, StoredAlert> newest = new HashMap<>();
        last.forEach(alert -> newest.put(new Group(alert.rule(), alert.group()), alert));
        Map<Group, Instant> muted = new HashMap<>();
        for (Row row : mutes) {
            muted.put(new Group(row.getLong("rule_id"), row.getString("group_key")), ReviewRows.time(row, "until"));
        }
        Map<Long, Long> today = new HashMap<>();
        for (Row row : told) today.put(row.getLong("rule_id"), row.getLong("n"));
        List<AlertStanding> standings = new ArrayList<>();
        var free = ids.iterator();
        fresh.forEach((group, indexes) -> {
            Instant whole = muted.get(new Group(group.rule, ""));
            Instant own = muted.get(group);
            standings.add(new AlertStanding(
                    free.next().getLong("id"),
                    group.rule,
                    group.key,
                    indexes,
                    newest.get(group),
                    own == null || (whole != null && whole.isAfter(own)) ? whole : own,
                    today.getOrDefault(group.rule, 0L)));
        });
        return standings;
    }

    /** Writes alerts, what happened to them, and what is told. */
    static Future<Void> write(SqlConnection connection, List<AlertWrite> writes) {
        if (writes.isEmpty()) return Future.succeededFuture();
        List<Tuple> rows =
                writes.stream().map(write -> AlertRows.tuple(write.alert())).toList();
        List<NewEvent> events =
                writes.stream().flatMap(write -> write.events().stream()).toList();
        return connection
                .preparedQuery(AlertRows.WRITE)
                .executeBatch(rows)
                .compose(done -> log(connection, writes))
                .compose(done -> OutboxTable.tell(connection, events))
                .mapEmpty();
    }

    private static Future<Void> log(SqlConnection connection, List<AlertWrite> writes) {
        List<Long> ids = new ArrayList<>();
        List<AlertLog> logs = new ArrayList<>();
        for (AlertWrite write : writes) {
            for (AlertLog log : write.log()) {
                ids.add(write.alert().id());
                logs.add(log);
            }
        }
        if (logs.isEmpty()) return Future.succeededFuture();
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(ids.toArray(Long[]::new))
                .addArrayOfOffsetDateTime(
                        logs.stream().map(log -> AlertRows.utc(log.at())).toArray(OffsetDateTime[]::new))
                .addArrayOfString(logs.stream().map(AlertLog::what).toArray(String[]::new))
                .addArrayOfString(logs.stream().map(log -> storable(log.by())).toArray(String[]::new))
                .addArrayOfString(
                        logs.stream().map(log -> storable(log.comment())).toArray(String[]::new));
        return connection.preparedQuery(LOG).execute(parameters).mapEmpty();
    }

    private static @org.jspecify.annotations.Nullable String storable(@org.jspecify.annotations.Nullable String text) {
        return text == null ? null : Texts.storable(text);
    }

    private Future<Void> belong(List<AlertStanding> standings, List<AlertWrite> writes) {
        Map<Group, Long> alerts = new HashMap<>();
        writes.forEach(write -> alerts.put(
                new Group(write.alert().rule(), write.alert().group()),
                write.alert().id()));
        List<AlertMatch> theirs = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (AlertStanding standing : standings) {
            Long id = alerts.get(new Group(standing.rule(), standing.group()));
            for (int index : standing.fresh()) {
                if (id == null || matches.get(index).review() == null) continue;
                theirs.add(matches.get(index));
                ids.add(id);
            }
        }
        if (ids.isEmpty()) return Future.succeededFuture();
        return connection
                .preparedQuery(BELONG)
                .execute(keys(theirs).addArrayOfLong(ids.toArray(Long[]::new)))
                .mapEmpty();
    }

    private static Tuple keys(List<AlertMatch> single) {
        return Tuple.tuple()
                .addArrayOfLong(single.stream().map(AlertMatch::rule).toArray(Long[]::new))
                .addArrayOfLong(single.stream().map(AlertMatch::review).toArray(Long[]::new))
                .addArrayOfInteger(single.stream().map(AlertMatch::version).toArray(Integer[]::new));
    }
}
