package huisheng.alert;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.demo.DemoTruth;
import huisheng.insight.DemoReviews;
import huisheng.review.AnalysedReview;
import huisheng.store.StoredAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipped rules on the demo corpus. The rules know none of its events; the corpus says of each how soon after which of its
 * signs somebody is told of it, and on which level, the tests which alert may count for that. A sign is a planted review:
 * nobody can be told of an event before there are as many as its kind needs.
 */
class AlertsDemoTest {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsDemoTest.class);
    /** From here on there is a past to compare with. */
    private static final int FIRST_DAY = 28;

    private static final int LAST_DAY = 179;

    private static DemoReviews demo;
    private static DemoTruth truth;
    private static Replay replay;

    @BeforeAll
    static void replay() throws IOException {
        demo = DemoReviews.withEvents();
        truth = DemoTruth.read(Path.of("corpora/demo"));
        replay = new Replay(demo).run(FIRST_DAY, LAST_DAY);
    }

    @AfterAll
    static void close() throws IOException {
        demo.close();
    }

    private static Instant firstSign(DemoTruth.Event event) {
        return sign(event, new DemoTruth.Promise(null, 1, 0)).review().writtenAt();
    }

    private static AnalysedReview sign(DemoTruth.Event event, DemoTruth.Promise promise) {
        Set<String> ids = event.signs(promise).collect(Collectors.toSet());
        return demo.reviews().stream()
                .filter(review -> ids.contains(
                        review.review().channel() + "/" + review.review().externalId()))
                .sorted(Comparator.comparing(review -> review.review().writtenAt()))
                .toList()
                .get(promise.sign() - 1);
    }

    /** The first alert of the rule that tells of it. */
    private static StoredAlert first(String rule, Instant from, Predicate<AlertBody> tellsOf) {
        return replay.alerts.byId.values().stream()
                .filter(alert -> rule.equals(replay.codes.get(alert.rule())))
                .filter(alert -> !alert.raised().at().isBefore(from))
                .filter(alert -> tellsOf.test(AlertBody.read(alert.body())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alert of " + rule));
    }

    private static void isTold(String id, String rule, Predicate<AlertBody> tellsOf) {
        DemoTruth.Event event = truth.event(id);
        assertThat(event.promises()).as(id).isNotEmpty();
        for (DemoTruth.Promise promise : event.promises()) isKept(event, promise, rule, tellsOf);
    }

    /** Where one voice was promised to be heard, the alert that quotes it counts. */
    private static void isKept(
            DemoTruth.Event event, DemoTruth.Promise promise, String rule, Predicate<AlertBody> tellsOf) {
        AnalysedReview sign = sign(event, promise);
        StoredAlert alert = promise.voice() == null
                ? first(rule, firstSign(event), tellsOf)
                : first(rule, sign.review().writtenAt(), body -> quotes(body, sign));
        Duration delay =
                Duration.between(sign.review().writtenAt(), alert.raised().at());
        LOG.info(
                "{}: {} by {} hours after {}",
                event.id(),
                AlertBody.read(alert.body()).title().zh(),
                delay.toHours(),
                promise);
        assertThat(delay).as(event.id()).isLessThanOrEqualTo(Duration.ofHours(promise.hours()));
        assertThat(alert.level()).as(event.id()).isEqualTo(event.alertLevel());
    }

    private static boolean quotes(AlertBody body, AnalysedReview review) {
        return body.evidence().stream().anyMatch(proof -> proof.id() == review.id());
    }

    private static boolean about(AlertBody body, String value) {
        return body.where().containsValue(value);
    }

    private static boolean says(AlertBody body, String word) {
        return body.text().zh().contains(word);
    }

    @Test
    void illness_isTold() {
        isTold("illness", "danger", body -> about(body, "HQ-500"));
    }

    @Test
    void leak_isACrisis() {
        isTold("leak-henan", "crisis", body -> about(body, "YL-GIFT") && says(body, "packaging"));
        Instant start = firstSign(truth.event("leak-henan"));
        StoredAlert negative = first("negative-rate", start, body -> about(body, "YL-GIFT"));
        assertThat(String.valueOf(AlertBody.read(negative.body()).cause()))
                .contains("河南")
                .contains("packaging");
    }

    @Test
    void spicy_isARisingWord() {
        isTold("spicy-young", "rising-words", body -> about(body, "HQ-125") && says(body, "辛辣"));
    }

    @Test
    void rivalsPriceCut_isAMoveOfACompetitor() {
        isTold("rival-price-cut", "competitor", body -> about(body, "砚鹭") && says(body, "北垛"));
    }

    @Test
    void copiedPraise_isAFloodOfNoise() {
        isTold("copied-praise", "noise-flood", body -> about(body, "YL-V15"));
    }

    @Test
    void events_withALevel_comeWithPromises() {
        assertThat(truth.events())
                .hasSize(6)
                .allSatisfy(event ->
                        assertThat(event.promises().isEmpty()).as(event.id()).isEqualTo(event.alertLevel() == 0));
    }

    @Test
    void measures_raiseNothingBeforeTheFirstEvent() {
        assertThat(replay.measured())
                .allSatisfy(alert ->
                        assertThat(DemoReviews.day(alert.raised().at())).isGreaterThanOrEqualTo(60));
    }

    @ParameterizedTest
    @CsvSource({"7, 10000", "8, 5000", "9, 5000"})
    void quietCorpus_raisesAtMostOneAlertAWeek(long seed, int reviews) throws IOException {
        try (DemoReviews quiet = DemoReviews.quiet(seed, reviews)) {
            Replay run = new Replay(quiet).run(FIRST_DAY, LAST_DAY);
            int weeks = (LAST_DAY + 1 - FIRST_DAY) / 7;
            Map<String, Long> counts = run.counts();
            LOG.info(
                    "seed {}, {} reviews, {} weeks: {}, of measures {}",
                    seed,
                    reviews,
                    weeks,
                    counts,
                    run.measured().size());
            assertThat(run.alerts.byId.values()).as("seed %d: %s", seed, counts).hasSizeLessThanOrEqualTo(weeks);
            assertThat(run.measured()).as("seed %d: %s", seed, counts).hasSizeLessThanOrEqualTo(weeks / 4);
        }
    }
}
