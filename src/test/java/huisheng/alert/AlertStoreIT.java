package huisheng.alert;

import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.RuleIndex;
import huisheng.index.Sample;
import huisheng.json.Json;
import huisheng.review.Dimension;
import huisheng.review.Position;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import huisheng.store.AlertFeed;
import huisheng.store.AlertLog;
import huisheng.store.AlertQuery;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.ClaimedRule;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.RuleMute;
import huisheng.store.StoredAlert;
import huisheng.store.StoredRule;
import huisheng.store.TargetTable;
import huisheng.store.TargetTable.NewTarget;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts in a real database, by its clock: no process has a say in what time it is. */
class AlertStoreIT {
    private static final String ONE_STAR = "{kind: immediate, rating: 1}";
    private static final String EVERY_HOUR = "{kind: rising-word, every: PT1H}";

    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final AlertRuleTable rules = new AlertRuleTable(database);
    private final AlertTable table = new AlertTable(database);
    private final AlertFeed feed = new AlertFeed(database);
    private Position position = Position.START;
    private long reviews;

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    @CanIgnoreReturnValue
    private ActiveRule rule(String when, String... more) {
        ActiveRule rule = Alerting.rule(0, when, more);
        StoredRule stored = await(
                        rules.insert(new AlertRuleTable.NewRule(Json.write(rule.rule()), Instant.EPOCH), "test"))
                .orElseThrow();
        return new ActiveRule(stored.id(), rule.rule());
    }

    private void target() {
        target(Scope.ALL);
    }

    private void target(Scope scope) {
        NewTarget hook = new NewTarget(
                "hook",
                "webhook",
                "https://hooks.example/…",
                "c2VhbGVk",
                "zh",
                Set.of("alert.raised", "alert.grouped"),
                null,
                null,
                scope,
                true,
                "admin");
        await(new TargetTable(database).put(hook));
    }

    private void find(ActiveRule rule, String product) {
        find(rule, Sample.review(++reviews).product(product));
    }

    private void find(ActiveRule rule, Sample review) {
        Sample bad = review.rating(1)
                .sentiment(SentimentLabel.NEGATIVE)
                .at(await(feed.now()).minusSeconds(60));
        Raising raising = new Raising(RuleIndex.of(List.of(rule)).hits(bad.analysed(), await(feed.now())).stream()
                .map(hit -> ReviewCandidates.of(hit, bad.analysed()))
                .toList());
        Position next = new Position(position.transaction() + 1, 1);
        assertThat(await(feed.follow(position, next, raising.matches(), raising::decide)))
                .isTrue();
        position = next;
    }

    @CanIgnoreReturnValue
    private int due(ActiveRule rule) {
        return await(feed.due(100, Set.of(), new DueAlerts(id -> rule.rule())::decide));
    }

    /** The newest first. */
    private List<StoredAlert> all() {
        return await(table.list(Scope.ALL, new AlertQuery(Set.of(), Set.of(), null, null, 200)));
    }

    private StoredAlert only() {
        assertThat(all()).hasSize(1);
        return all().getFirst();
    }

    private List<String> told() {
        List<String> keys = new ArrayList<>();
        for (Row row : await(database.pool()
                .query("SELECT e.key FROM delivery d JOIN outbox_event e ON e.id = d.event_id ORDER BY d.id")
                .execute())) keys.add(row.getString("key"));
        return keys;
    }

    private void sql(String statement) {
        await(database.pool().query(statement).execute());
    }

    private List<String> log(long id) {
        return await(table.log(id)).reversed().stream().map(AlertLog::what).toList();
    }

    @Test
    void cooldown_whatCameMeanwhile_isToldWhenItHasEnded() {
        target();
        ActiveRule rule = rule(ONE_STAR, "cooldown: PT1H");
        find(rule, "A");
        for (int i = 0; i < 3; i++) find(rule, "A");
        assertThat(due(rule)).isZero();
        sql("UPDATE alert SET (last_seen, told_at, tried_at, tell_at) = (last_seen - interval '1 hour',"
                + " told_at - interval '1 hour', tried_at - interval '1 hour', tell_at - interval '1 hour')");
        assertThat(due(rule)).isEqualTo(1);
        assertThat(due(rule)).isZero();
        assertThat(told()).containsExactly("alert:1:raised:1", "alert:1:grouped:4");
        assertThat(log(1)).containsExactly("raised", "told", "told");
    }

    @Test
    void ruleWidened_whatItFindsInTheOpenAlert_isHiddenFromWhoMustNotSeeIt() {
        Scope first = new Scope(Map.of(Dimension.BRAND, Set.of("甲")));
        target(first);
        ActiveRule narrow = rule(ONE_STAR, "filter: {in: {brand: [甲]}}", "cooldown: PT0S");
        find(narrow, Sample.review(++reviews).brand("甲"));
        assertThat(await(table.find(first, 1))).isPresent();
        ActiveRule wide = new ActiveRule(
                narrow.id(), Alerting.rule(0, ONE_STAR, "cooldown: PT0S").rule());
        find(wide, Sample.review(++reviews).brand("乙"));
        assertThat(only().count()).isEqualTo(2);
        assertThat(only().about()).isEqualTo(Scope.ALL);
        assertThat(await(table.find(first, 1))).isEmpty();
        assertThat(told()).containsExactly("alert:1:raised:1");
        assertThat(log(1)).containsExactly("raised", "told", "told-to-nobody");
    }

    @Test
    void ruleMadeGraver_itsOpenAlertIsToo() {
        ActiveRule rule = rule(ONE_STAR);
        find(rule, "A");
        ActiveRule graver = LifeOfAlerts.level1(rule);
        find(graver, "A");
        StoredAlert alert = only();
        assertThat(alert.level()).isEqualTo(1);
        assertThat(alert.raised().deadline())
                .isEqualTo(alert.lastSeen().plus(graver.rule().within()));
        find(rule, "A");
        assertThat(only().level()).isEqualTo(1);
    }

    @Test
    void maximumADay_countsWhatWasToldLater() {
        target();
        ActiveRule rule = rule(ONE_STAR, "groupBy: [product]", "maxPerDay: 1");
        for (String product : List.of("A", "B", "C")) find(rule, product);
        sql("UPDATE alert SET tell_at = 'epoch' WHERE tell_at IS NOT NULL");
        sql("UPDATE alert_log SET at = at - interval '25 hours'");
        due(rule);
        due(rule);
        assertThat(told()).containsExactly("alert:1:raised:1", "alert:2:raised:1");
        StoredAlert held = all().getFirst();
        assertThat(held.telling().next())
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_500));
    }

    @Test
    void nobodySubscribes_isToldToNobody() {
        ActiveRule rule = rule(ONE_STAR, "cooldown: PT0S");
        find(rule, "A");
        assertThat(log(1)).containsExactly("raised", "told-to-nobody");
        assertThat(only().telling().times()).isZero();
        assertThat(only().telling().at()).isNull();
        target();
        find(rule, "A");
        assertThat(log(1)).containsExactly("raised", "told-to-nobody", "told");
        assertThat(told()).containsExactly("alert:1:raised:2");
    }

    @Test
    void clockSetBack_nothingWaitsForItToComeAgain() {
        target();
        ActiveRule rule = rule(ONE_STAR, "cooldown: PT1H", "escalation: {after: PT2H, targets: [hook]}");
        find(rule, "A");
        find(rule, "A");
        sql("UPDATE alert SET (last_seen, told_at, tried_at, tell_at, escalate_at) = (last_seen + interval '1 year',"
                + " told_at + interval '1 year', tried_at + interval '1 year', tell_at + interval '1 year',"
                + " escalate_at + interval '1 year')");
        assertThat(due(rule)).isEqualTo(1);
        assertThat(due(rule)).isZero();
        Instant now = await(feed.now());
        StoredAlert alert = only();
        assertThat(alert.lastSeen()).isBeforeOrEqualTo(now);
        assertThat(alert.telling().next()).isBetween(now.plusSeconds(3_500), now.plusSeconds(3_600));
        assertThat(alert.telling().escalation()).isBetween(now.plusSeconds(7_100), now.plusSeconds(7_200));
    }

    @Test
    void clockSetBack_rulesAreEvaluatedAndLeasesRunOut() {
        rule(EVERY_HOUR);
        Instant now = await(feed.now());
        Optional<ClaimedRule> first = await(rules.claim(now, now.plus(Duration.ofMinutes(10))));
        assertThat(first).isPresent();
        assertThat(await(rules.claim(now, now.plus(Duration.ofMinutes(10))))).isEmpty();
        sql("UPDATE alert_rule SET leased_until = leased_until + interval '1 day'");
        assertThat(await(rules.claim(now, now.plus(Duration.ofMinutes(10))))).isPresent();
        sql("UPDATE alert_rule SET lease = NULL, leased_until = NULL, due_at = now() + interval '59 minutes'");
        assertThat(await(rules.claim(now, now.plus(Duration.ofMinutes(10))))).isEmpty();
        sql("UPDATE alert_rule SET due_at = now() + interval '62 minutes'");
        assertThat(await(rules.claim(now, now.plus(Duration.ofMinutes(10))))).isPresent();
    }

    private void mute(long alert, Instant until) {
        Handling handling = new Handling("王", null);
        await(table.mute(Scope.ALL, alert, until, "王", (now, found) -> handling.mute(now, found, until)));
    }

    @Test
    void mute_ofAnAlertOfARuleWithoutGroups_isNotTheRules() {
        target();
        ActiveRule rule = rule(ONE_STAR, "cooldown: PT0S");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        find(rule, "A");
        await(table.muteRule(rule.id(), tomorrow, "王"));
        mute(1, Instant.EPOCH);
        find(rule, "A");
        assertThat(only().mutedUntil()).isNotNull();
        assertThat(told()).containsExactly("alert:1:raised:1");
        await(table.muteRule(rule.id(), Instant.EPOCH, "王"));
        due(rule);
        assertThat(only().mutedUntil()).isNull();
        assertThat(told()).containsExactly("alert:1:raised:1", "alert:1:grouped:2");
        mute(1, tomorrow);
        await(table.muteRule(rule.id(), Instant.EPOCH, "王"));
        find(rule, "A");
        assertThat(told()).hasSize(2);
        assertThat(log(1)).containsExactly("raised", "told", "unmuted", "told", "muted");
    }

    @Test
    void mute_isReadWithTheRule() {
        ActiveRule rule = rule(ONE_STAR);
        find(rule, "A");
        Instant tomorrow = await(feed.now()).plus(Duration.ofDays(1));
        mute(1, tomorrow);
        assertThat(await(rules.list()).getFirst().mute()).isNull();
        await(table.muteRule(rule.id(), tomorrow, "王"));
        assertThat(await(rules.list()).getFirst().mute()).isEqualTo(new RuleMute(tomorrow, "王"));
        assertThat(await(rules.find(rule.id())).orElseThrow().mute()).isNotNull();
        await(table.muteRule(rule.id(), Instant.EPOCH, "李"));
        assertThat(await(rules.list()).getFirst().mute()).isNull();
    }

    @Test
    void mute_ofTheAlertWithoutValues_silencesNoOther() {
        target();
        ActiveRule rule = rule(ONE_STAR, "groupBy: [variant]");
        find(rule, "A");
        assertThat(only().group()).isEmpty();
        mute(1, Instant.now().plus(Duration.ofDays(1)));
        ActiveRule byProduct = new ActiveRule(
                rule.id(), Alerting.rule(0, ONE_STAR, "groupBy: [product]").rule());
        find(byProduct, "B");
        assertThat(told()).containsExactly("alert:1:raised:1", "alert:2:raised:1");
    }

    @Test
    void mute_ofTheRule_holdsBackEscalations() {
        target();
        ActiveRule rule = rule(ONE_STAR, "escalation: {after: PT2H, targets: [hook]}");
        find(rule, "A");
        Instant tomorrow = await(feed.now()).plus(Duration.ofDays(1));
        await(table.muteRule(rule.id(), tomorrow, "王"));
        sql("UPDATE alert SET escalate_at = 'epoch', raised_at = raised_at - interval '3 hours'");
        due(rule);
        assertThat(told()).containsExactly("alert:1:raised:1");
        await(table.muteRule(rule.id(), Instant.EPOCH, "王"));
        due(rule);
        assertThat(told()).containsExactly("alert:1:raised:1", "alert:1:escalated");
    }

    @Test
    void mute_farAheadOfWhatOneCanBe_isOver() {
        target();
        ActiveRule rule = rule(ONE_STAR);
        await(table.muteRule(rule.id(), Instant.now().plus(Duration.ofDays(400)), "王"));
        find(rule, "A");
        assertThat(told()).containsExactly("alert:1:raised:1");
    }
}
