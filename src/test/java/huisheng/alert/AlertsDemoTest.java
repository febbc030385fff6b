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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipped rules on the demo corpus. The rules know none of its events; the tests say of each which alert may count for
 * it, and how long after its signs were there. A sign is a planted review, and nobody can be told of an event before its
 * first signs: hence the delay runs from the review that makes them as many as the kind of event needs.
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

    private static Instant sign(String event, int number) {
        List<String> ids = truth.event(event).allIds().toList();
        List<Instant> times = demo.reviews().stream()
                .map(AnalysedReview::review)
                .filter(review -> ids.contains(review.channel() + "/" + review.externalId()))
                .map(review -> review.writtenAt())
                .sorted()
                .toList();
        return times.get(number - 1);
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

    private static void isTold(String event, String rule, int signs, Duration within, Predicate<AlertBody> tellsOf) {
        Instant sign = sign(event, signs);
        StoredAlert alert = first(rule, sign(event, 1), tellsOf);
        Duration delay = Duration.between(sign, alert.raised().at());
        LOG.info(
                "{}: {} by {} hours after sign {}",
                event,
                AlertBody.read(alert.body()).title().zh(),
                delay.toHours(),
                signs);
        assertThat(delay).as(event).isLessThanOrEqualTo(within);
        assertThat(alert.level()).as(event).isEqualTo(truth.event(event).alertLevel());
    }

    private static boolean about(AlertBody body, String value) {
        return body.where().containsValue(value);
    }

    private static boolean says(AlertBody body, String word) {
        return body.text().zh().contains(word);
    }

    /** The first who felt sick was well again half a day later, which is of the second level and wakes nobody. */
    @Test
    void illness_isToldWithinTheHour() {
        isTold("illness", "danger", 2, Duration.ofHours(1), body -> about(body, "HQ-500"));
        String severe = Objects.requireNonNull(truth.event("illness").ids().get("severe"))
                .getFirst();
        AnalysedReview review = demo.reviews().stream()
                .filter(one -> severe.equals(
                        one.review().channel() + "/" + one.review().externalId()))
                .findFirst()
                .orElseThrow();
        StoredAlert alert = first(
                "danger",
                review.review().writtenAt(),
                body -> body.evidence().stream().anyMatch(proof -> proof.id() == review.id()));
        assertThat(Duration.between(review.review().writtenAt(), alert.raised().at()))
                .isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(alert.level()).isEqualTo(1);
    }

    @Test
    void leak_isACrisisWithinADay() {
        isTold(
                "leak-henan",
                "crisis",
                1,
                Duration.ofDays(1),
                body -> about(body, "YL-GIFT") && says(body, "packaging"));
        StoredAlert negative = first("negative-rate", sign("leak-henan", 1), body -> about(body, "YL-GIFT"));
        assertThat(String.valueOf(AlertBody.read(negative.body()).cause()))
                .contains("河南")
                .contains("packaging");
    }

    @Test
    void spicy_risesOverWeeksAndIsToldTwoDaysAfterTheTenthReview() {
        isTold(
                "spicy-young",
                "rising-words",
                10,
                Duration.ofDays(2),
                body -> about(body, "HQ-125") && says(body, "辛辣"));
    }

    @Test
    void rivalsPriceCut_isToldWithinTwoDays() {
        isTold("rival-price-cut", "competitor", 1, Duration.ofDays(2), body -> about(body, "砚鹭") && says(body, "北垛"));
    }

    @Test
    void copiedPraise_isToldTheDayAfter() {
        isTold("copied-praise", "noise-flood", 1, Duration.ofDays(3), body -> about(body, "YL-V15"));
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
