package huisheng.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.alert.Alerting;
import huisheng.index.Sample;
import huisheng.review.AnalysedReview;
import huisheng.review.IntentType;
import huisheng.review.NoiseType;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleIndexTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static List<Long> hits(AnalysedReview review, String... rules) {
        List<ActiveRule> active = new ArrayList<>();
        for (String rule : rules) active.add(Alerting.rule(active.size() + 1L, rule));
        return RuleIndex.of(active).hits(review, NOW).stream()
                .map(hit -> hit.rule().id())
                .sorted()
                .toList();
    }

    private static Sample bad() {
        return Sample.review(1).text("喝完进了医院").rating(1).sentiment(SentimentLabel.NEGATIVE);
    }

    @Test
    void risk_bySeverityTypeAndWord() {
        AnalysedReview review = Alerting.risky(bad(), RiskType.HEALTH, 1, "进了");
        assertThat(hits(
                        review,
                        "{kind: immediate, risk: {severity: 1}}",
                        "{kind: immediate, risk: {types: [legal], severity: 3}}",
                        "{kind: immediate, risk: {types: [health], severity: 1, words: [医院]}}",
                        "{kind: immediate, risk: {severity: 1, words: [蟑螂]}}"))
                .containsExactly(1L, 3L);
        assertThat(hits(
                        Alerting.risky(bad(), RiskType.HEALTH, 2, "进了"),
                        "{kind: immediate, risk: {severity: 1}}",
                        "{kind: immediate, risk: {severity: 2}}"))
                .containsExactly(2L);
    }

    @ParameterizedTest
    @EnumSource(NoiseType.class)
    void shippedDangers_areFoundInCopiesAndOtherNoise(NoiseType noise) {
        for (Map.Entry<String, RiskType> shipped :
                Map.of("danger", RiskType.HEALTH, "threat", RiskType.REGULATOR).entrySet()) {
            Rule rule = Objects.requireNonNull(ShippedRules.all().get(shipped.getKey()));
            AnalysedReview copy = Alerting.risky(bad().noise(noise), shipped.getValue(), 1, "进了医院");
            assertThat(RuleIndex.of(List.of(new ActiveRule(1, rule)))
                            .hits(copy, copy.review().writtenAt()))
                    .as(shipped.getKey())
                    .hasSize(1);
        }
    }

    @Test
    void rating_needsBadWordsUnlessToldOtherwise() {
        String one = "{kind: immediate, rating: 1}";
        assertThat(hits(bad().analysed(), one)).hasSize(1);
        assertThat(hits(bad().sentiment(SentimentLabel.POSITIVE).analysed(), one))
                .isEmpty();
        assertThat(hits(bad().rating(2).analysed(), one)).isEmpty();
        assertThat(hits(
                        bad().sentiment(SentimentLabel.POSITIVE).analysed(),
                        "{kind: immediate, rating: 1, negative: false}"))
                .hasSize(1);
    }

    @Test
    void influence_anyOfItsSigns() {
        String rule = "{kind: immediate, influence: {likes: 100, purchases: 5, levels: [黑卡]}}";
        assertThat(hits(bad().analysed(), rule)).isEmpty();
        assertThat(hits(bad().likes(100).analysed(), rule)).hasSize(1);
        assertThat(hits(bad().author("黑卡", null, null, 0).analysed(), rule)).hasSize(1);
        assertThat(hits(bad().author(null, null, null, 5).analysed(), rule)).hasSize(1);
    }

    @Test
    void intents_anyOfThem() {
        String rule = "{kind: immediate, intents: [churn, warn-others]}";
        assertThat(hits(bad().intent(IntentType.CHURN).analysed(), rule)).hasSize(1);
        assertThat(hits(bad().intent(IntentType.INQUIRY).analysed(), rule)).isEmpty();
    }

    @Test
    void age_oldReviewsRaiseNothing() {
        String rule = "{kind: immediate, rating: 1, maxAge: P2D}";
        assertThat(hits(bad().at(NOW.minusSeconds(3600)).analysed(), rule)).hasSize(1);
        assertThat(hits(bad().at(NOW.minusSeconds(3 * 86_400)).analysed(), rule))
                .isEmpty();
    }

    @Test
    void filter_allItsDimensions() {
        AnalysedReview review = bad().brand("甲").region("河南").analysed();
        assertThat(RuleIndex.of(List.of(
                                Alerting.rule(
                                        1, "{kind: immediate, rating: 1}", "filter: {in: {brand: [甲], region: [河南]}}"),
                                Alerting.rule(
                                        2, "{kind: immediate, rating: 1}", "filter: {in: {brand: [甲], region: [四川]}}")))
                        .hits(review, NOW))
                .extracting(hit -> hit.rule().id())
                .containsExactly(1L);
    }

    /** The index is only a way to ask less: whatever it finds, asking every rule finds. */
    @Test
    void hits_areThoseOfEveryRuleAskedByItself() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ActiveRule> rules = new ArrayList<>();
        for (long id = 1; id <= 60; id++) rules.add(Alerting.random(id, random));
        RuleIndex index = RuleIndex.of(rules);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            AnalysedReview review = Alerting.random(random, i);
            List<Long> alone = rules.stream()
                    .filter(rule ->
                            !RuleIndex.of(List.of(rule)).hits(review, NOW).isEmpty())
                    .map(ActiveRule::id)
                    .toList();
            assertThat(index.hits(review, NOW))
                    .as("seed %d, review %d", seed, i)
                    .extracting(hit -> hit.rule().id())
                    .containsExactlyInAnyOrderElementsOf(alone);
            found += alone.size();
        }
        assertThat(found).as("seed %d", seed).isPositive();
    }
}
