package huisheng.alert;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.rule.ActiveRule;
import huisheng.alert.rule.Rule;
import huisheng.alert.rule.RuleIndex;
import huisheng.index.Sample;
import huisheng.insight.ask.Wording;
import huisheng.json.Json;
import huisheng.review.Scope;
import huisheng.review.SentimentLabel;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The life of alerts, without a database and by a clock of the test. */
abstract class LifeOfAlerts {
    /** 18:00 in China. */
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    static final String ONE_STAR = "{kind: immediate, rating: 1}";

    final FakeAlerts alerts = new FakeAlerts();
    long reviews;

    static ActiveRule rule(String... more) {
        return Alerting.rule(1, ONE_STAR, more);
    }

    void find(ActiveRule rule, Instant now, String product) {
        find(rule, now, bad(product).at(now.minusSeconds(60)));
    }

    Sample bad(String product) {
        return Sample.review(++reviews)
                .rating(1)
                .sentiment(SentimentLabel.NEGATIVE)
                .text("难喝")
                .product(product)
                .at(NOW.minusSeconds(60));
    }

    void find(ActiveRule rule, Instant now, Sample review) {
        find(List.of(rule), now, review);
    }

    void find(List<ActiveRule> rules, Instant now, Sample... reviews) {
        RuleIndex index = RuleIndex.of(rules);
        alerts.raise(
                Stream.of(reviews)
                        .map(Sample::analysed)
                        .flatMap(
                                review -> index.hits(review, now).stream().map(hit -> ReviewCandidates.of(hit, review)))
                        .toList(),
                now);
    }

    void measure(ActiveRule rule, Instant now) {
        measure(rule, Scope.ALL, now);
    }

    void measure(ActiveRule rule, Scope about, Instant now) {
        Candidate found = new Candidate(
                rule,
                "product=A",
                about,
                Map.of(),
                now,
                wording("A"),
                wording("bad"),
                null,
                null,
                40,
                Map.of(),
                List.of(),
                "/api/v1/reviews",
                null,
                0);
        alerts.raise(List.of(found), now);
    }

    private static Wording wording(String text) {
        return Wording.same(text);
    }

    StoredAlert only() {
        assertThat(alerts.byId).hasSize(1);
        return alerts.byId.values().iterator().next();
    }

    List<String> keys() {
        return alerts.events.stream().map(NewEvent::key).toList();
    }

    void due(ActiveRule rule, Instant now) {
        alerts.due(new DueAlerts(id -> rule.rule()), now);
    }

    void close(long id, Instant now) {
        StoredAlert alert = Objects.requireNonNull(alerts.byId.get(id));
        new Handling("王", null).close(now, alert).ifPresent(alerts::keep);
    }

    static ActiveRule level1(ActiveRule rule) {
        return new ActiveRule(rule.id(), Rule.read(Json.write(rule.rule()).replace("\"level\":2", "\"level\":1")));
    }
}
