package huisheng.alert;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.rule.ActiveRule;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held back is told later, once, with all that has come. */
class TellingTest extends LifeOfAlerts {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private String lastText() {
        return alerts.events.getLast().body();
    }

    @Test
    void cooldown_moreMeanwhile_isToldWhenItEnds() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        find(rule, NOW, "A");
        for (int i = 1; i <= 40; i++) find(rule, NOW.plusSeconds(i), "A");
        due(rule, NOW.plus(HOUR).minusSeconds(1));
        assertThat(keys()).containsExactly("alert:1:raised:1");
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).containsExactly("alert:1:raised:1", "alert:1:grouped:41");
        assertThat(lastText()).contains("上次通知后又发现 40 次", "共 41 次", "Found 40 more times", "最近一次发现于");
        due(rule, NOW.plus(DAY));
        assertThat(keys()).hasSize(2);
    }

    @Test
    void cooldown_nothingMore_isNotToldAgain() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        find(rule, NOW, "A");
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).hasSize(1);
        assertThat(only().telling().next()).isNull();
    }

    @Test
    void maximumADay_theRestIsToldOnTheDaysAfter() {
        ActiveRule rule = rule("groupBy: [product]", "maxPerDay: 2");
        for (String product : List.of("A", "B", "C", "D", "E")) find(rule, NOW, product);
        assertThat(keys()).containsExactly("alert:1:raised:1", "alert:2:raised:1");
        due(rule, NOW.plus(DAY).minusSeconds(1));
        assertThat(keys()).hasSize(2);
        due(rule, NOW.plus(DAY));
        assertThat(keys()).hasSize(4).contains("alert:3:raised:1", "alert:4:raised:1");
        due(rule, NOW.plus(DAY).plus(HOUR));
        assertThat(keys()).hasSize(4);
        due(rule, NOW.plus(DAY).plus(DAY));
        assertThat(keys()).hasSize(5).contains("alert:5:raised:1");
    }

    @Test
    void maximumADay_neverHoldsBackTheFirstLevel() {
        ActiveRule rule = level1(rule("groupBy: [product]", "maxPerDay: 1"));
        for (String product : List.of("A", "B", "C")) find(rule, NOW, product);
        assertThat(keys()).hasSize(3);
    }

    @Test
    void mute_whatCame_isToldWhenItEnds() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT0S");
        alerts.mute(1, "product=A", NOW.plus(DAY));
        find(rule, NOW, "A");
        find(rule, NOW.plusSeconds(60), "A");
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).isEmpty();
        due(rule, NOW.plus(DAY));
        assertThat(keys()).containsExactly("alert:1:raised:2");
    }

    @Test
    void mute_endedEarly_isToldAtOnce() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT0S", "escalation: {after: PT2H, targets: []}");
        alerts.muteRule(1, NOW.plus(DAY));
        find(rule, NOW, "A");
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).isEmpty();
        alerts.muteRule(1, Instant.EPOCH);
        due(rule, NOW.plus(HOUR));
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).containsExactly("alert:1:raised:1");
        assertThat(only().telling().escalation()).isEqualTo(NOW.plus(HOUR).plus(HOUR));
    }

    @Test
    void muteOfTheRule_reachesItsAlertsAndTheirEscalations() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H", "escalation: {after: PT2H, targets: []}");
        find(rule, NOW, "A");
        find(rule, NOW.plusSeconds(60), "A");
        alerts.muteRule(1, NOW.plus(DAY));
        due(rule, NOW.plus(HOUR));
        due(rule, NOW.plus(Duration.ofHours(2)));
        assertThat(keys()).containsExactly("alert:1:raised:1");
        due(rule, NOW.plus(DAY));
        due(rule, NOW.plus(DAY));
        assertThat(keys()).containsExactly("alert:1:raised:1", "alert:1:grouped:2", "alert:1:escalated");
    }

    @Test
    void severalReasons_theLatestCounts() {
        ActiveRule rule = rule("cooldown: PT6H", "quietHours: {from: '22:00', until: '08:00'}");
        find(rule, NOW, "A");
        find(rule, NOW.plusSeconds(60), "A");
        // the cooldown ends at midnight in China, within the quiet hours
        assertThat(only().telling().next()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void acknowledged_growsInSilenceUpToItsDeadline() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        find(rule, NOW, "A");
        new Handling("王", null)
                .acknowledge(NOW.plusSeconds(60), only(), rule.rule())
                .ifPresent(alerts::keep);
        Instant deadline = only().raised().deadline();
        find(rule, NOW.plus(DAY), "A");
        find(rule, NOW.plus(DAY).plusSeconds(60), "A");
        due(rule, deadline.minusSeconds(1));
        assertThat(keys()).containsExactly("alert:1:raised:1", "alert:1:acknowledged");
        due(rule, deadline);
        assertThat(keys()).endsWith("alert:1:grouped:3");
    }

    @Test
    void nobodyTakesIt_isNotCalledTold() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H", "escalation: {after: PT2H, targets: []}");
        alerts.isHeard = false;
        find(rule, NOW, "A");
        StoredAlert alert = only();
        assertThat(alerts.log).containsExactly("raised", "told-to-nobody");
        assertThat(alert.telling().times()).isZero();
        assertThat(alert.telling().at()).isNull();
        due(rule, NOW.plus(HOUR));
        due(rule, NOW.plus(Duration.ofHours(2)));
        assertThat(alerts.log).containsExactly("raised", "told-to-nobody", "escalated-to-nobody");
    }

    @Test
    void nobodyTookIt_whoeverComesLaterIsToldOfItWhenItGrows() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        alerts.isHeard = false;
        find(rule, NOW, "A");
        alerts.isHeard = true;
        find(rule, NOW.plus(HOUR), "A");
        NewEvent event = alerts.events.getLast();
        assertThat(event.type()).isEqualTo("alert.raised");
        assertThat(event.key()).isEqualTo("alert:1:raised:2");
        assertThat(only().telling().times()).isEqualTo(1);
    }

    @Test
    void measure_isToldAgainOnlyWhereItIsFoundAgain() {
        ActiveRule rule = Alerting.rule(1, "{kind: rising-word}", "cooldown: P7D");
        measure(rule, NOW);
        measure(rule, NOW.plus(DAY));
        due(rule, NOW.plus(Duration.ofDays(8)));
        assertThat(alerts.events).hasSize(1);
        measure(rule, NOW.plus(Duration.ofDays(9)));
        assertThat(keys()).endsWith("alert:1:grouped:3");
    }

    @Test
    void clockSetBack_theCooldownBeginsAnewAndEnds() {
        ActiveRule rule = rule("groupBy: [product]", "cooldown: PT1H");
        Instant before = NOW.plus(Duration.ofDays(300));
        find(rule, before, bad("A").at(before));
        find(rule, NOW, "A");
        assertThat(only().telling().next()).isEqualTo(NOW.plus(HOUR));
        due(rule, NOW.plus(HOUR));
        assertThat(keys()).endsWith("alert:1:grouped:2");
    }
}
