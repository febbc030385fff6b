package huisheng.alert;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.rule.ActiveRule;
import huisheng.index.Sample;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import huisheng.store.AlertState;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of that which rules find. */
class RaisingTest extends LifeOfAlerts {
    @Test
    void found_raisesWithDeadlineScopeAndProof() {
        find(rule("groupBy: [product, region]"), NOW, "A");
        StoredAlert alert = only();
        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        assertThat(alert.raised().deadline()).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(alert.about())
                .isEqualTo(new Scope(Map.of(Dimension.PRODUCT, Set.of("A"), Dimension.REGION, Set.of("四川"))));
        AlertBody body = AlertBody.read(alert.body());
        assertThat(body.evidence()).containsExactly(new Proof(1, 0, 2));
        assertThat(body.link()).startsWith("/api/v1/reviews?").contains("product=A");
        assertThat(alert.body()).doesNotContain("难喝");
        assertThat(keys()).containsExactly("alert:1:raised:1");
        assertThat(alerts.events.getFirst().body()).contains("难喝");
    }

    @Test
    void found_sameGroupWhileOpen_addsAndTellsAfterTheCooldown() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        find(rule, NOW, "A");
        find(rule, NOW.plusSeconds(60), "A");
        assertThat(only().count()).isEqualTo(2);
        assertThat(keys()).containsExactly("alert:1:raised:1");
        find(rule, NOW.plusSeconds(3600), "A");
        assertThat(keys()).containsExactly("alert:1:raised:1", "alert:1:grouped:3");
        assertThat(AlertBody.read(only().body()).evidence()).hasSize(3);
        find(rule, NOW.plusSeconds(3700), "B");
        assertThat(alerts.byId).hasSize(2);
    }

    @Test
    void found_valueThatReadsLikeTwo_isAnotherGroup() {
        ActiveRule rule = rule("groupBy: [product, variant]");
        find(rule, NOW, bad("A|variant=小").variant(null));
        find(rule, NOW, bad("A").variant("小"));
        assertThat(alerts.byId.values())
                .extracting(StoredAlert::group)
                .containsExactly("product=A\\|variant=小", "product=A|variant=小");
    }

    @Test
    void found_severalAtOnce_beganWithTheOldest() {
        ActiveRule rule = rule("groupBy: [product]");
        Sample newer = bad("A").at(NOW.minusSeconds(60));
        Sample older = bad("A").at(NOW.minusSeconds(600));
        find(List.of(rule), NOW, newer, older);
        assertThat(only().raised().since()).isEqualTo(NOW.minusSeconds(600));
    }

    @Test
    void found_sameVersionAgain_isNothingNew() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT0S");
        Sample review =
                Sample.review(7).rating(1).sentiment(SentimentLabel.NEGATIVE).at(NOW.minusSeconds(60));
        find(rule, NOW, review);
        find(rule, NOW.plusSeconds(600), review);
        assertThat(only().count()).isEqualTo(1);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void found_manyInTheGroup_keepsTheNewestProofs() {
        ActiveRule rule = rule("groupBy: [product]");
        for (int i = 0; i < 50; i++) find(rule, NOW.plusSeconds(i), "A");
        List<Proof> evidence = AlertBody.read(only().body()).evidence();
        assertThat(evidence).hasSize(Proof.MOST);
        assertThat(evidence.getFirst().id()).isEqualTo(50);
        assertThat(only().count()).isEqualTo(50);
    }

    @Test
    void closed_reviewRaisesAnew_measureOnlyAfterTheCooldown() {
        ActiveRule single = rule("groupBy: [product]");
        find(single, NOW, "A");
        close(1, NOW.plusSeconds(60));
        find(single, NOW.plusSeconds(120), "A");
        assertThat(alerts.byId).hasSize(2);
        ActiveRule many = Alerting.rule(2, "{kind: rising-word}", "cooldown: P7D");
        measure(many, NOW);
        long id = alerts.byId.size();
        close(id, NOW.plusSeconds(3600));
        measure(many, NOW.plus(Duration.ofDays(6)));
        assertThat(alerts.byId).hasSize((int) id);
        assertThat(Objects.requireNonNull(alerts.byId.get(id)).count()).isEqualTo(2);
        measure(many, NOW.plus(Duration.ofDays(8)));
        assertThat(alerts.byId).hasSize((int) id + 1);
    }

    @Test
    void ruleMovedToOtherBrand_openAlertIsAboutBoth() {
        Scope first = new Scope(Map.of(Dimension.BRAND, Set.of("甲")));
        Scope second = new Scope(Map.of(Dimension.BRAND, Set.of("乙")));
        find(rule("filter: {in: {brand: [甲]}}", "cooldown: PT0S"), NOW, bad("A").brand("甲"));
        assertThat(only().about()).isEqualTo(first);
        find(rule("filter: {in: {brand: [乙]}}", "cooldown: PT0S"), NOW.plusSeconds(60), bad("A").brand("乙"));
        StoredAlert alert = only();
        assertThat(first.covers(alert.about()) || second.covers(alert.about())).isFalse();
        assertThat(alerts.events.getLast().about()).isEqualTo(alert.about());
    }

    @Test
    void ruleWidened_closedMeasureThatAbsorbsIt_isAboutThatToo() {
        Scope first = new Scope(Map.of(Dimension.BRAND, Set.of("甲")));
        ActiveRule many = Alerting.rule(2, "{kind: rising-word}", "cooldown: P7D");
        measure(many, first, NOW);
        close(1, NOW.plusSeconds(60));
        measure(many, Scope.ALL, NOW.plusSeconds(3600));
        assertThat(only().about()).isEqualTo(Scope.ALL);
    }

    @Test
    void quietHours_holdBackUntilTheyEnd() {
        ActiveRule rule = rule("quietHours: {from: '17:00', until: '08:00'}");
        find(rule, NOW, "A");
        assertThat(keys()).isEmpty();
        Instant morning = Instant.parse("2026-03-03T00:00:00Z");
        assertThat(only().telling().next()).isEqualTo(morning);
        due(rule, morning.minusSeconds(1));
        assertThat(keys()).isEmpty();
        due(rule, morning);
        assertThat(keys()).containsExactly("alert:1:raised:1");
        assertThat(only().telling().next()).isNull();
    }

    @Test
    void quietHours_neverHoldBackTheFirstLevel() {
        ActiveRule rule = Alerting.rule(1, ONE_STAR, "quietHours: {from: '17:00', until: '08:00'}");
        ActiveRule first = level1(rule);
        find(first, NOW, "A");
        assertThat(keys()).containsExactly("alert:1:raised:1");
    }

    @Test
    void mute_raisesWithoutTelling() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT0S");
        alerts.mute(1, "product=A", NOW.plusSeconds(3600));
        find(rule, NOW, "A");
        find(rule, NOW, "B");
        assertThat(keys()).containsExactly("alert:2:raised:1");
        find(rule, NOW.plusSeconds(3600), "A");
        assertThat(keys()).containsExactly("alert:2:raised:1", "alert:1:raised:2");
    }

    @Test
    void maximumADay_raisesWithoutTelling() {
        ActiveRule rule = rule("groupBy: [product]", "maxPerDay: 2");
        for (String product : List.of("A", "B", "C")) find(rule, NOW, product);
        assertThat(alerts.byId).hasSize(3);
        assertThat(keys()).hasSize(2);
        find(rule, NOW.plus(Duration.ofHours(25)), "D");
        assertThat(keys()).hasSize(3);
    }

    @Test
    void maximumADay_isEachRulesOwn() {
        ActiveRule loud = rule("maxPerDay: 1");
        ActiveRule urgent = Alerting.rule(2, ONE_STAR, "maxPerDay: 1");
        Sample bad = Sample.review(++reviews)
                .rating(1)
                .sentiment(SentimentLabel.NEGATIVE)
                .text("难喝")
                .product("A")
                .at(NOW.minusSeconds(60));
        find(List.of(loud, urgent), NOW, bad);
        assertThat(keys()).hasSize(2);
    }

    @Test
    void escalation_onlyWhereNobodyAcknowledged() {
        ActiveRule rule = rule("groupBy: [product]", "escalation: {after: PT2H, targets: [boss]}");
        find(rule, NOW, "A");
        find(rule, NOW, "B");
        Instant later = NOW.plus(Duration.ofHours(2));
        StoredAlert second = Objects.requireNonNull(alerts.byId.get(2L));
        new Handling("王", "我来")
                .acknowledge(NOW.plusSeconds(60), second, rule.rule())
                .ifPresent(alerts::keep);
        due(rule, later.minusSeconds(1));
        assertThat(keys()).doesNotContain("alert:1:escalated");
        due(rule, later);
        due(rule, later.plusSeconds(60));
        assertThat(keys()).containsOnlyOnce("alert:1:escalated").doesNotContain("alert:2:escalated");
        NewEvent escalated = alerts.events.getLast();
        assertThat(escalated.targets()).containsExactly("boss");
    }

    @Test
    void ruleGone_whatWaitsIsDropped() {
        ActiveRule rule = rule("quietHours: {from: '17:00', until: '08:00'}");
        find(rule, NOW, "A");
        alerts.due(new DueAlerts(id -> null), NOW.plus(Duration.ofDays(1)));
        assertThat(keys()).isEmpty();
        assertThat(only().telling().next()).isNull();
    }
}
