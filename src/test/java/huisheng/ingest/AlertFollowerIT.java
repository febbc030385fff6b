package huisheng.ingest;

import static huisheng.ingest.Waiting.until;
import static huisheng.store.EmbeddedDatabases.await;
import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.AlertBody;
import huisheng.alert.Alerting;
import huisheng.index.Sample;
import huisheng.json.Json;
import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Dimension;
import huisheng.review.Position;
import huisheng.review.RiskType;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import huisheng.review.StoredReview;
import huisheng.store.AlertFeed;
import huisheng.store.AlertMatch;
import huisheng.store.AlertQuery;
import huisheng.store.AlertRuleTable;
import huisheng.store.AlertTable;
import huisheng.store.AnalysisQueue;
import huisheng.store.ChangeFeed;
import huisheng.store.Database;
import huisheng.store.EmbeddedDatabases;
import huisheng.store.NewReview;
import huisheng.store.ReviewTable;
import huisheng.store.StoredAlert;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertFollowerIT {
    private static final String DANGER = "{kind: immediate, risk: {severity: 1}}";

    private final Vertx vertx = Vertx.vertx();
    private final Database database = EmbeddedDatabases.open(vertx);
    private final AlertTable table = new AlertTable(database);

    @AfterEach
    void close() {
        await(database.close());
        await(vertx.close());
    }

    private void rule(String when, String... more) {
        String body = Json.write(Alerting.rule(0, when, more).rule());
        await(new AlertRuleTable(database).insert(new AlertRuleTable.NewRule(body, null), "test"));
    }

    private AlertFollower follower() {
        AlertRules rules = new AlertRules(new AlertRuleTable(database));
        return new AlertFollower(vertx, new ChangeFeed(database), new AlertFeed(database), rules);
    }

    private static AnalysedReview risky(long id) {
        Sample sample = Sample.review(id)
                .text("喝完进了医院")
                .product("p" + id % 3)
                .rating(1)
                .sentiment(SentimentLabel.NEGATIVE)
                .at(Instant.now().minusSeconds(60));
        return Alerting.risky(sample, RiskType.HEALTH, 1, "医院");
    }

    private void save(long id) {
        await(new ReviewTable(database).save(List.of(new NewReview(risky(id).review(), List.of()))));
    }

    private void analyse(String pipeline) {
        await(new AnalysisQueue(database).work(1_000, reviews -> Future.succeededFuture(read(reviews, pipeline))));
    }

    private static List<Analysis> read(List<StoredReview> reviews, String pipeline) {
        return reviews.stream()
                .map(review -> {
                    Analysis read = risky(1).analysis();
                    return new Analysis(
                            read.id(),
                            review.review().text(),
                            read.language(),
                            pipeline,
                            read.sentiment(),
                            read.opinions(),
                            read.intents(),
                            read.needs(),
                            read.risks(),
                            read.comparisons(),
                            read.noise(),
                            false,
                            null,
                            read.pii(),
                            read.keywords());
                })
                .toList();
    }

    private List<StoredAlert> alerts() {
        return await(table.list(Scope.ALL, new AlertQuery(Set.of(), Set.of(), null, null, 200)));
    }

    private long number(String sql) {
        return await(database.pool().query(sql).execute()).iterator().next().getLong(0);
    }

    @Test
    void follow_raisesOnceHoweverOftenTheTextIsRead() {
        rule(DANGER, "groupBy: [product]");
        save(1);
        analyse("p1");
        AlertFollower follower = follower();
        follower.start();
        until(() -> !alerts().isEmpty());
        await(new AnalysisQueue(database).requeue("p2", 100));
        analyse("p2");
        save(4);
        analyse("p2");
        until(() -> alerts().getFirst().count() > 1);
        await(follower.stop());
        StoredAlert alert = alerts().getFirst();
        assertThat(alerts()).hasSize(1);
        assertThat(alert.count()).isEqualTo(2);
        assertThat(AlertBody.read(alert.body()).evidence()).hasSize(2);
        assertThat(number("SELECT count(*) FROM outbox_event")).isEqualTo(1);
        assertThat(number("SELECT count(*) FROM alert_match WHERE alert_id = " + alert.id()))
                .isEqualTo(2);
    }

    @Test
    void follow_severalAtOnceAndKilled_raisesEachOnce() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        rule(DANGER, "groupBy: [product]", "cooldown: PT0S");
        AlertFollower first = follower();
        first.start();
        AlertFollower second = follower();
        second.start();
        for (int i = 1; i <= 60; i++) {
            save(i);
            if (random.nextInt(3) == 0) analyse("p1");
            if (random.nextInt(15) == 0) {
                // what it had in memory is gone; the next one goes on from the database
                await(second.stop());
                second = follower();
                second.start();
            }
        }
        analyse("p1");
        until(() -> number("SELECT coalesce(sum(count), 0)::bigint FROM alert") >= 60);
        await(first.stop());
        await(second.stop());
        assertThat(number("SELECT sum(count)::bigint FROM alert"))
                .as("seed %d", seed)
                .isEqualTo(60);
        assertThat(alerts()).as("seed %d", seed).hasSize(3);
        assertThat(number("SELECT count(*) FROM alert_match WHERE alert_id = 0"))
                .isZero();
    }

    @Test
    void keep_failsHalfway_keepsNothing() {
        rule(DANGER);
        AlertFeed feed = new AlertFeed(database);
        Position to = new Position(7, 7);
        List<AlertMatch> matches = List.of(new AlertMatch(1, "g", 5L, 1));
        Future<Boolean> failed = feed.follow(Position.START, to, matches, (now, standings) -> {
            throw new IllegalStateException("killed");
        });
        until(failed::isComplete);
        assertThat(failed.failed()).isTrue();
        assertThat(await(feed.position())).isEqualTo(Position.START);
        assertThat(number("SELECT count(*) FROM alert_match")).isZero();
    }

    @Test
    void keep_positionMovedOn_keepsNothing() {
        AlertFeed feed = new AlertFeed(database);
        Position to = new Position(7, 7);
        assertThat(await(feed.follow(Position.START, to, List.of(), (now, standings) -> List.of())))
                .isTrue();
        List<AlertMatch> matches = List.of(new AlertMatch(1, "g", 5L, 1));
        assertThat(await(feed.follow(Position.START, to, matches, (now, standings) -> List.of())))
                .isFalse();
        assertThat(number("SELECT count(*) FROM alert_match")).isZero();
    }

    @Test
    void alerts_areSeenByThoseWhoseScopeCoversThem() {
        rule(DANGER, "groupBy: [product]");
        save(1);
        analyse("p1");
        AlertFollower follower = follower();
        follower.start();
        until(() -> !alerts().isEmpty());
        await(follower.stop());
        long id = alerts().getFirst().id();
        assertThat(await(table.find(new Scope(Map.of(Dimension.PRODUCT, Set.of("p1"))), id)))
                .isPresent();
        assertThat(await(table.find(new Scope(Map.of(Dimension.PRODUCT, Set.of("p2"))), id)))
                .isEmpty();
        assertThat(await(table.find(new Scope(Map.of(Dimension.REGION, Set.of("四川"))), id)))
                .isEmpty();
    }
}
