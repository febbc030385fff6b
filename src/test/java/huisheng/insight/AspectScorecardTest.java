package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.index.AspectMoments;
import huisheng.index.Sample;
import huisheng.review.Fault;
import huisheng.review.IntentType;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AspectScorecardTest {
    private final AspectScorecard question = new AspectScorecard();

    private AspectScorecard.Answer ask(Asking asking, String... given) throws IOException {
        return asking.answer(AspectScorecard.Answer.class, question, all(days(30, 60)), given);
    }

    private static AspectScorecard.Aspect aspect(AspectScorecard.Answer answer, String id) {
        return answer.aspects().stream()
                .filter(aspect -> aspect.aspect().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /**
     * 60 days in which stars are 3 + taste + noise, the packaging has nothing to do with them, and from day 30 on the
     * given share of opinions on the taste turns.
     *
     * @param noise chance of another star or one fewer
     */
    private static List<Sample> reviews(long seed, int n, double turned, double noise) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int day = random.nextInt(60);
            Sample sample = Sample.review(i).at(days(day, day + 1).from().plusSeconds(random.nextInt(86_400)));
            int stars = 3;
            if (random.nextDouble() < 0.5) {
                boolean bad = random.nextDouble() < (day < 30 ? 0.3 : 0.3 + turned);
                sample = sample.text(bad ? "口感辛辣" : "口感好")
                        .opinion("taste", "口感", bad ? Polarity.NEGATIVE : Polarity.POSITIVE, bad ? "辛辣" : "好");
                if (bad && random.nextBoolean()) sample = sample.intent(IntentType.COMPLAINT);
                stars += bad ? -1 : 1;
            }
            if (random.nextDouble() < 0.3) {
                sample = sample.opinion(
                        "packaging", "包装", random.nextBoolean() ? Polarity.NEGATIVE : Polarity.POSITIVE, "好");
            }
            if (random.nextDouble() < noise) stars += random.nextBoolean() ? 1 : -1;
            samples.add(sample.rating(stars).sentiment(stars > 3 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
        }
        return samples;
    }

    @Test
    void starsMadeOfOneAspect_areExplainedByIt() throws IOException {
        try (Asking asking = Asking.of(reviews(41, 4000, 0, 0))) {
            AspectScorecard.Answer answer = ask(asking);
            AspectScorecard.Drivers drivers = requireNonNull(answer.drivers());
            assertThat(drivers.outcome()).isEqualTo(AspectMoments.Outcome.RATING);
            assertThat(drivers.n()).isEqualTo(answer.reviews());
            assertThat(drivers.r2()).isCloseTo(1, within(1e-9));
            assertThat(aspect(answer, "taste").importance()).isCloseTo(1, within(0.01));
            assertThat(aspect(answer, "packaging").importance()).isCloseTo(0, within(0.01));
            AspectScorecard.Improvement first = answer.improvements().getFirst();
            assertThat(first.aspect()).isEqualTo("taste");
            // a star for each that says nothing instead of something bad: half of them, of all
            assertThat(first.gain().value()).isCloseTo(first.negatives() / 2.0 / answer.reviews(), within(1e-9));
            assertThat(first.evidence().quotes())
                    .hasSize(5)
                    .allSatisfy(quote -> assertThat(quote.text()).isEqualTo("口感辛辣"));
            assertThat(answer.findings()).isNotEmpty();
        }
    }

    @Test
    void turnedAspect_isToldWithItsChangeQuadrantAndComplaints() throws IOException {
        try (Asking asking = Asking.of(reviews(42, 4000, 0.4, 0.3))) {
            AspectScorecard.Answer answer = ask(asking);
            AspectScorecard.Aspect taste = aspect(answer, "taste");
            assertThat(answer.aspects().getFirst()).isEqualTo(taste);
            assertThat(taste.mention().value()).isBetween(0.45, 0.55);
            assertThat(requireNonNull(taste.netChange().difference()).high()).isLessThan(-0.5);
            assertThat(requireNonNull(taste.netChange().q())).isLessThan(1e-6);
            assertThat(requireNonNull(taste.mentionChange().q())).isGreaterThan(0.05);
            assertThat(requireNonNull(taste.complaintShare()).value()).isOne();
            assertThat(taste.quadrant()).isEqualTo(AspectScorecard.Quadrant.CONCENTRATE_HERE);
            assertThat(aspect(answer, "packaging").quadrant()).isEqualTo(AspectScorecard.Quadrant.POSSIBLE_OVERKILL);
            assertThat(requireNonNull(aspect(answer, "packaging").netChange().q()))
                    .isGreaterThan(0.05);
            assertThat(answer.candidates()).isEqualTo(4);
            assertThat(answer.improvements())
                    .extracting(AspectScorecard.Improvement::aspect)
                    .containsExactly("taste");
            assertThat(answer.improvements().getFirst().says().zh())
                    .startsWith("“taste”的差评（")
                    .contains("平均星级");
            assertThat(answer.findings()).hasSize(2);
            assertThat(answer.findings().getLast().says().en()).startsWith("The net sentiment of taste moved");
        }
    }

    @Test
    void fewStars_areReplacedBySentiment() throws IOException {
        List<Sample> samples = reviews(43, 1000, 0, 0.2);
        samples.replaceAll(sample -> sample.rating(0));
        try (Asking asking = Asking.of(samples)) {
            AspectScorecard.Answer answer = ask(asking);
            assertThat(requireNonNull(answer.drivers()).outcome()).isEqualTo(AspectMoments.Outcome.SENTIMENT);
            assertThat(answer.improvements().getFirst().says().en()).contains("in the mean sentiment");
        }
    }

    /** Neither moves, and the packaging explains nothing: whatever is told of either is false. */
    @Test
    void nothingMoves_isSilentAtThePromisedRate() throws IOException {
        int moved = 0;
        int improved = 0;
        for (long seed = 0; seed < 50; seed++) {
            try (Asking asking = Asking.of(reviews(seed, 600, 0, 0.3))) {
                AspectScorecard.Answer answer = ask(asking);
                boolean any = answer.aspects().stream()
                        .anyMatch(each -> told(each.netChange()) || told(each.mentionChange()));
                if (any) moved++;
                if (answer.improvements().stream()
                        .anyMatch(each -> each.aspect().equals("packaging"))) improved++;
            }
        }
        System.out.println(
                "scorecard: 50 pairs of months alike, seeds 0 to 49, moved: " + moved + ", improved: " + improved);
        // 5 % of 50 are 2.5, 2.5 % are 1.25; more than 7 has a chance of 0.3 %, more than 5 of 0.2 %
        assertThat(moved).isLessThanOrEqualTo(7);
        assertThat(improved).isLessThanOrEqualTo(5);
    }

    private static boolean told(AspectScorecard.Change change) {
        return change.q() != null && change.q() <= AspectScorecard.FALSE_DISCOVERY_RATE;
    }

    @Test
    void littleOrNothing_isToldAsInsufficient() throws IOException {
        try (Asking asking = Asking.of(
                List.of(Sample.review(1).at(days(30, 31).from()).opinion("taste", "口感", Polarity.NEGATIVE)))) {
            AspectScorecard.Answer answer = ask(asking);
            assertThat(answer.insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(answer.drivers()).isNull();
            assertThat(answer.improvements()).isEmpty();
            assertThat(answer.aspects()).hasSize(1);
            assertThat(answer.aspects().getFirst().net().insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(answer.aspects().getFirst().complaintShare()).isNull();
            AspectScorecard.Answer future = asking.answer(AspectScorecard.Answer.class, question, all(days(500, 501)));
            assertThat(future.aspects()).isEmpty();
            assertThat(future.findings()).isEmpty();
        }
    }

    @Test
    void oneClassOnly_hasNoDrivers() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            samples.add(Sample.review(i).at(days(30, 31).from()).opinion("taste", "口感", Polarity.POSITIVE));
        }
        try (Asking asking = Asking.of(samples)) {
            AspectScorecard.Answer answer = ask(asking);
            assertThat(answer.drivers()).isNull();
            assertThat(answer.aspects().getFirst().net().value()).isEqualTo(1.0);
            assertThat(answer.aspects().getFirst().quadrant()).isNull();
        }
    }

    @Test
    void manyAspects_areBounded() throws IOException {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(44);
        for (int i = 0; i < 3000; i++) {
            int stars = 1 + random.nextInt(5);
            samples.add(Sample.review(i)
                    .at(days(30, 31).from())
                    .rating(stars)
                    .opinion("a" + random.nextInt(200), "方面", stars > 3 ? Polarity.POSITIVE : Polarity.NEGATIVE));
        }
        try (Asking asking = Asking.of(samples)) {
            assertThat(ask(asking).aspects()).hasSize(20);
            assertThat(ask(asking).improvements()).hasSizeLessThanOrEqualTo(10);
            assertThat(ask(asking, "limit", "3").aspects()).hasSize(3);
        }
    }

    @Test
    void receipt_doesNotDependOnTheLayout() throws IOException {
        List<Sample> samples = reviews(45, 900, 0.2, 0.3);
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(samples.subList(0, 300))) {
            other.put(samples.subList(300, 900));
            assertThat(other.ask(question, all(days(30, 60))).receipt())
                    .isEqualTo(one.ask(question, all(days(30, 60))).receipt());
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> ask(asking, "limit", "21")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> ask(asking, "baselineFrom", "2026-01-01")).isInstanceOf(Fault.class);
        }
    }
}
