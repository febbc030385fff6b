package huisheng.ingest;

import static huisheng.ingest.Waiting.until;
import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.SettableClock;
import huisheng.alert.AlertBody;
import huisheng.alert.Alerting;
import huisheng.alert.Handling;
import huisheng.alert.rule.Rule;
import huisheng.alert.watch.Watch;
import huisheng.index.Sample;
import huisheng.insight.Asking;
import huisheng.json.Json;
import huisheng.review.Position;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import huisheng.store.AlertFeed;
import huisheng.store.AlertQuery;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertState;
import huisheng.store.AlertTable;
import huisheng.store.AnalysisQueue;
import huisheng.store.CatchUp;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.ReviewTable;
import huisheng.store.Reviews;
import huisheng.store.StoredAlert;
import huisheng.store.TargetTable;
import huisheng.store.TargetTable.NewTarget;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures of a real index on the clock of the test, alerts in a real database. */
class AlertWatcherIT {
    private static final String NEGATIVE =
            "{kind: threshold, measure: negative, window: P7D, baseline: P28D, change: 0.3, minimum: 20, p: 0.001,"
                    + " every: PT1H}";

    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final AlertRuleTable table = new AlertRuleTable(database);
    private final AlertTable alerts = new AlertTable(database);
    private Asking reviews;
    private final AtomicReference<Position> shown = new AtomicReference<>(Position.START);
    private final Abreast abreast = new Abreast(new CatchUp(database), shown::get);
    private final SettableClock clock = new SettableClock(Asking.days(0, 40).until());

    /** Quiet for five weeks, then half of the reviews are bad. */
    @BeforeEach
    void fill() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 20; i++) {
                boolean bad = day < 35 ? i == 0 : i % 2 == 0;
                samples.add(Sample.review(samples.size() + 1L)
                        .product("A")
                        .at(Asking.START.plusSeconds(day * 86_400L + i * 600L))
                        .sentiment(bad ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE));
            }
        }
        reviews = Asking.of(samples);
    }

    @AfterEach
    void close() throws IOException {
        await(database.close());
        await(vertx.close());
        reviews.close();
    }

    private AlertWatcher watcher() {
        return watcher(abreast, Duration.ofMinutes(1));
    }

    private AlertWatcher watcher(Abreast index, Duration longest) {
        return watcher(index, longest, clock::instant);
    }

    private AlertWatcher watcher(Abreast index, Duration longest, Supplier<Instant> time) {
        AlertRules rules = new AlertRules(table);
        Watch watch = new Watch(reviews.index(), aspect -> aspect);
        AlertFeed feed = new AlertFeed(database, client -> Future.succeededFuture(time.get()));
        return new AlertWatcher(vertx, table, feed, rules, watch, index, longest);
    }

    /** Has one look at all that may be due, twice at least, by a clock that is so far behind. */
    private void lookAgain(Duration behind) {
        AtomicInteger asked = new AtomicInteger();
        AlertWatcher watcher = watcher(abreast, Duration.ofMinutes(1), () -> {
            asked.incrementAndGet();
            return clock.instant().minus(behind);
        });
        watcher.start();
        // one step asks at least once before it claims a rule
        until(() -> asked.get() > 6);
        await(watcher.stop());
    }

    private void sql(String statement) {
        await(database.pool().query(statement).execute());
    }

    /** The only rule's. */
    private Duration untilDue() {
        long seconds = number("SELECT extract(epoch FROM due_at)::bigint FROM alert_rule");
        return Duration.between(clock.instant(), Instant.ofEpochSecond(seconds));
    }

    private void push(String externalId) {
        await(new ReviewTable(database).save(List.of(Reviews.of(externalId, "漏酒"))));
        await(new AnalysisQueue(database).work(1, Reviews::analyse));
    }

    private Position head() {
        return await(new ChangeFeed(database).readAfter(Position.START, 1_000))
                .getLast()
                .position();
    }

    private void rule(String when, String... more) {
        String body = Json.write(Alerting.rule(0, when, more).rule());
        await(table.insert(new AlertRuleTable.NewRule(body, Instant.EPOCH), "test"));
    }

    private List<StoredAlert> all() {
        return await(alerts.list(Scope.ALL, new AlertQuery(Set.of(), Set.of(), null, null, 200)));
    }

    private long number(String sql) {
        return await(database.pool().query(sql).execute()).iterator().next().getLong(0);
    }

    @Test
    void watch_raisesWithCauseAndComesBackOnlyWhenDue() {
        rule(NEGATIVE, "each: product");
        AlertWatcher first = watcher();
        AlertWatcher second = watcher();
        first.start();
        second.start();
        until(() -> !all().isEmpty());
        StoredAlert alert = all().getFirst();
        assertThat(alert.group()).isEqualTo("product=A");
        assertThat(AlertBody.read(alert.body()).text().zh()).startsWith("负面率 5.0% →");
        assertThat(AlertBody.read(alert.body()).evidence()).isNotEmpty();
        // a standstill of three days brings one evaluation, not seventy-two
        clock.advance(Duration.ofDays(3));
        until(() -> number("SELECT count(*) FROM alert_rule WHERE due_at > '" + clock.instant() + "'") == 1);
        await(first.stop());
        await(second.stop());
        assertThat(all()).hasSize(1);
        assertThat(all().getFirst().count()).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM outbox_event")).isEqualTo(1);
    }

    @Test
    void watch_clockSecondsBehindTheOthers_leavesWhatTheyHaveDoneAndHold() {
        rule(NEGATIVE, "each: product");
        AlertWatcher ahead = watcher();
        ahead.start();
        until(() -> !all().isEmpty());
        await(ahead.stop());
        lookAgain(Duration.ofSeconds(20));
        assertThat(all().getFirst().count()).isEqualTo(1);
        sql("UPDATE alert_rule SET due_at = 'epoch'");
        Instant now = clock.instant();
        assertThat(await(table.claim(now, now.plus(Duration.ofMinutes(10))))).isPresent();
        lookAgain(Duration.ofSeconds(20));
        assertThat(all().getFirst().count()).isEqualTo(1);
    }

    @Test
    void stop_whileARuleIsInHand_givesItBackAtOnce() {
        rule(NEGATIVE);
        sql("UPDATE alert_rule SET failures = 3");
        until(() -> await(abreast.asOf(clock.instant())).isPresent());
        CompletableFuture<AlertWatcher> self = new CompletableFuture<>();
        AtomicBoolean asked = new AtomicBoolean();
        Promise<Void> stopped = Promise.promise();
        AlertWatcher watcher = watcher(abreast, Duration.ofMinutes(1), () -> {
            if (asked.compareAndSet(false, true)) self.join().stop().onComplete(stopped);
            return clock.instant();
        });
        self.complete(watcher);
        watcher.start();
        await(stopped.future());
        assertThat(untilDue()).isZero();
        assertThat(
                        number(
                                "SELECT count(*) FROM alert_rule WHERE lease IS NULL AND leased_until IS NULL AND failures = 3"))
                .isEqualTo(1);
    }

    @Test
    void tick_ruleOfALaterVersion_itsAlertsStayForWhoCanReadIt() {
        rule(NEGATIVE);
        AlertWatcher watcher = watcher();
        watcher.start();
        until(() -> !all().isEmpty());
        await(watcher.stop());
        sql("UPDATE alert_rule SET body = body || '{\"later\": true}', due_at = NULL");
        sql("UPDATE alert SET tell_at = 'epoch', escalate_at = 'epoch'");
        lookAgain(Duration.ZERO);
        String waiting = "SELECT count(*) FROM alert WHERE tell_at = 'epoch' AND escalate_at = 'epoch'";
        assertThat(number(waiting)).isEqualTo(1);
        sql("UPDATE alert_rule SET body = body - 'later'");
        lookAgain(Duration.ZERO);
        assertThat(number(waiting)).isZero();
    }

    @Test
    void watch_ruleThatCannotBeEvaluated_doesNotHoldUpOthers() {
        rule("{kind: threshold, measure: volume, target: 1000000, window: P1D}", "filter: {query: '((('}");
        rule(NEGATIVE);
        AlertWatcher watcher = watcher();
        watcher.start();
        until(() -> !all().isEmpty());
        await(watcher.stop());
        assertThat(number("SELECT count(*) FROM alert_rule WHERE due_at > '" + clock.instant() + "'"))
                .isEqualTo(2);
    }

    @Test
    void watch_indexBehind_waitsUntilItHasCaughtUp() {
        rule(NEGATIVE);
        push("late");
        AlertWatcher watcher = watcher();
        watcher.start();
        until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return abreast.waited().compareTo(Duration.ofMinutes(20)) > 0;
        });
        assertThat(all()).isEmpty();
        assertThat(untilDue()).isNegative();
        shown.set(head());
        until(() -> !all().isEmpty());
        until(() -> abreast.waited().isZero());
        await(watcher.stop());
    }

    @Test
    void watch_indexAlwaysBehind_countsAsOfWhatItHolds() {
        rule(NEGATIVE);
        push("late");
        AlertWatcher watcher = watcher();
        watcher.start();
        AtomicInteger pushed = new AtomicInteger();
        until(() -> {
            Position before = head();
            push("late " + pushed.incrementAndGet());
            clock.advance(Duration.ofMinutes(2));
            shown.set(before);
            return !all().isEmpty();
        });
        assertThat(abreast.waited()).isGreaterThanOrEqualTo(Duration.ofMinutes(15));
        await(watcher.stop());
    }

    @Test
    void watch_ruleThatFails_isTriedAgainSoonAndThenLessOften() {
        rule(NEGATIVE, "filter: {query: '((('}");
        AlertWatcher watcher = watcher();
        watcher.start();
        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            int failures = attempt;
            until(() -> number("SELECT failures FROM alert_rule") == failures);
            pauses.add(untilDue());
            clock.advance(untilDue());
        }
        await(watcher.stop());
        assertThat(pauses).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L);
    }

    @Test
    void watch_ruleThatTakesTooLong_isTriedAgain() {
        rule(NEGATIVE);
        AlertWatcher slow = watcher(abreast, Duration.ZERO);
        slow.start();
        until(() -> number("SELECT failures FROM alert_rule") == 1);
        await(slow.stop());
        assertThat(untilDue()).isEqualTo(Duration.ofMinutes(1));
        clock.advance(untilDue());
        AlertWatcher watcher = watcher();
        watcher.start();
        until(() -> !all().isEmpty());
        await(watcher.stop());
        assertThat(number("SELECT failures FROM alert_rule")).isZero();
    }

    @Test
    void tick_escalatesWhatNobodyAcknowledged() {
        NewTarget boss =
                new NewTarget("boss", "webhook", "…", "c2VhbGVk", "zh", Set.of(), null, null, Scope.ALL, true, "admin");
        await(new TargetTable(database).put(boss));
        rule(NEGATIVE, "escalation: {after: PT2H, targets: [boss]}");
        AlertWatcher watcher = watcher();
        watcher.start();
        until(() -> !all().isEmpty());
        clock.advance(Duration.ofHours(3));
        until(() -> number("SELECT count(*) FROM outbox_event WHERE type = 'alert.escalated'") == 1);
        long id = all().getFirst().id();
        Handling handling = new Handling("王", "我来");
        Rule rule = Alerting.rule(0, NEGATIVE).rule();
        StoredAlert taken = await(alerts.change(Scope.ALL, id, (now, alert) -> handling.acknowledge(now, alert, rule)))
                .orElseThrow();
        await(watcher.stop());
        assertThat(taken.state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(await(alerts.log(id)))
                .extracting(log -> log.what())
                .contains("raised", "told-to-nobody", "escalated", "acknowledged");
        assertThat(number("SELECT count(*) FROM outbox_event WHERE key = 'alert:" + id + ":acknowledged'"))
                .isEqualTo(1);
    }

    @Test
    void ship_onceAndNotAgainAfterItIsDeleted() {
        AlertRules rules = new AlertRules(table);
        await(rules.ship());
        int shipped = await(table.list()).size();
        assertThat(shipped).isGreaterThan(8);
        long id = await(table.list()).getFirst().id();
        assertThat(await(table.delete(id, "test"))).isTrue();
        await(rules.ship());
        assertThat(await(table.list())).hasSize(shipped - 1);
    }
}
