package huisheng.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

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

    private final SqlConnection connection;
    private final SharedClock clock;
    private final List<AlertMatch> matches;

    private record Text(long rule, long review, int version) {}

    AlertStep(SqlConnection connection, SharedClock clock, List<AlertMatch> matches) {
        this.connection = connection;
        this.clock = clock;
        this.matches = matches;
    }

    /** @return how many alerts were raised or added to */
    Future<Integer> run(BiFunction<Instant, List<AlertStanding>, List<AlertWrite>> decide) {
        return fresh().compose(fresh -> fresh.isEmpty() ? Future.succeededFuture(0) : decide(fresh, decide));
    }

    private Future<Integer> decide(
            Map<AlertGroup, List<Integer>> fresh, BiFunction<Instant, List<AlertStanding>, List<AlertWrite>> decide) {
        return ids(fresh.size())
                .compose(ids -> newest(fresh.keySet())
                        .compose(newest -> Restraints.read(connection, clock, fresh.keySet())
                                .compose(read -> {
                                    List<AlertStanding> standings = standings(fresh, ids, newest, read);
                                    return AlertWrites.write(connection, decide.apply(read.now(), standings))
                                            .compose(written ->
                                                    belong(standings, written).map(written.size()));
                                })));
    }

    private Future<Map<AlertGroup, List<Integer>>> fresh() {
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

    private Map<AlertGroup, List<Integer>> grouped(Map<Text, Boolean> noted) {
        Map<AlertGroup, List<Integer>> fresh = new LinkedHashMap<>();
        for (int i = 0; i < matches.size(); i++) {
            AlertMatch match = matches.get(i);
            Long review = match.review();
            if (review != null && !noted.containsKey(new Text(match.rule(), review, match.version()))) continue;
            fresh.computeIfAbsent(new AlertGroup(match.rule(), match.group()), group -> new ArrayList<>())
                    .add(i);
        }
        return fresh;
    }

    private Future<List<Long>> ids(int n) {
        return connection.preparedQuery(IDS).execute(Tuple.of(n)).map(rows -> {
            List<Long> ids = new ArrayList<>(n);
            for (Row row : rows) ids.add(row.getLong("id"));
            return ids;
        });
    }

    /** The newest alert of each group. */
    private Future<Map<AlertGroup, StoredAlert>> newest(Set<AlertGroup> groups) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfLong(groups.stream().map(AlertGroup::rule).toArray(Long[]::new))
                .addArrayOfString(groups.stream().map(AlertGroup::key).toArray(String[]::new));
        return connection.preparedQuery(LAST).execute(parameters).map(rows -> {
            Map<AlertGroup, StoredAlert> newest = new HashMap<>();
            AlertRows.alerts(rows).forEach(alert -> newest.put(group(alert), alert));
            return newest;
        });
    }

    private static AlertGroup group(StoredAlert alert) {
        return new AlertGroup(alert.rule(), alert.group());
    }

    private static List<AlertStanding> standings(
            Map<AlertGroup, List<Integer>> fresh,
            List<Long> ids,
            Map<AlertGroup, StoredAlert> newest,
            Restraints.Read read) {
        List<AlertStanding> standings = new ArrayList<>(fresh.size());
        fresh.forEach((group, indexes) -> {
            int nth = standings.size();
            StoredAlert last = newest.get(group);
            standings.add(new AlertStanding(
                    ids.get(nth),
                    group.rule(),
                    group.key(),
                    indexes,
                    last == null ? null : last.notAfter(read.now()),
                    read.all().get(nth)));
        });
        return standings;
    }

    private Future<Void> belong(List<AlertStanding> standings, List<AlertWrite> writes) {
        Map<AlertGroup, Long> alerts = new HashMap<>();
        writes.forEach(write -> alerts.put(group(write.alert()), write.alert().id()));
        List<AlertMatch> theirs = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (AlertStanding standing : standings) {
            Long id = alerts.get(new AlertGroup(standing.rule(), standing.group()));
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
