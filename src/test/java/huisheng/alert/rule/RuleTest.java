package huisheng.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.alert.Alerting;
import huisheng.json.Json;
import huisheng.review.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    @TestFactory
    Stream<DynamicTest> shipped_areWrittenAndReadTheSame() {
        assertThat(ShippedRules.all()).hasSizeGreaterThan(10);
        return ShippedRules.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(Rule.read(Json.write(entry.getValue())))
                                .isEqualTo(entry.getValue())));
    }

    @Test
    void shipped_haveEveryKind() {
        Map<String, Rule> shipped = ShippedRules.all();
        assertThat(shipped.values())
                .extracting(rule -> rule.when().getClass().getSimpleName())
                .contains("Immediate", "Threshold", "Anomaly", "RisingWord", "CompetitorMove", "Crisis");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: immediate} | at least one of risk",
                "{kind: immediate, rating: 6} | when.rating",
                "{kind: immediate, risk: {severity: 4}} | when.risk.severity",
                "{kind: immediate, rating: 1, maxAge: PT1M} | when.maxAge",
                "{kind: threshold, measure: negative} | needs a target or a baseline",
                "{kind: threshold, measure: aspect, baseline: P28D} | when.of",
                "{kind: threshold, measure: net, window: P7D, baseline: P1D} | when.baseline",
                "{kind: threshold, measure: net, target: 1, p: 0.5} | when.p",
                "{kind: anomaly, measure: rating} | volume or negative",
                "{kind: rising-word, q: 1} | when.q",
                "{kind: competitor, window: PT1H} | when.window",
                "{kind: crisis, channels: -1} | when.channels",
                "{kind: crisis, every: PT1S} | when.every",
            })
    void read_whatCannotBe_isRefusedByField(String when, String says) {
        assertThatThrownBy(() -> Alerting.rule(1, when)).rootCause().hasMessageContaining(says);
    }

    @Test
    void read_fault_isToldInBothLanguages() {
        assertThatThrownBy(() -> Alerting.rule(1, "{kind: immediate}"))
                .rootCause()
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.in(Locale.CHINESE)).contains("至少要有"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "each: product | groupBy, not each",
                "'filter: {query: 漏}' | filter.query",
                "groupBy: [aspect] | groupBy cannot be aspect",
                "maxPerDay: -3 | maxPerDay",
                "'quietHours: {from: ''22:00'', until: ''22:00''}' | quietHours",
                "'escalation: {after: PT1S}' | escalation.after",
                "'filter: {in: {brand: []}}' | filter.in.brand",
            })
    void read_fieldThatDoesNotGoTogether_isRefused(String field, String says) {
        assertThatThrownBy(() -> Alerting.rule(1, "{kind: immediate, rating: 1}", field))
                .rootCause()
                .hasMessageContaining(says);
    }

    @Test
    void within_byLevel_goldenForACrisis() {
        assertThat(Alerting.rule(1, "{kind: rising-word}").rule().within()).isEqualTo(Duration.ofDays(2));
        assertThat(Alerting.rule(1, "{kind: crisis}").rule().within()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void quietHours_overMidnight() {
        QuietHours night = new QuietHours(java.time.LocalTime.of(22, 0), java.time.LocalTime.of(8, 0));
        Instant evening = Instant.parse("2026-03-02T15:00:00Z");
        assertThat(night.end(evening)).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(night.end(evening.plus(Duration.ofHours(3)))).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
        assertThat(night.end(evening.minus(Duration.ofHours(3)))).isNull();
        assertThat(night.end(Instant.parse("2026-03-03T00:00:00Z"))).isNull();
    }
}
