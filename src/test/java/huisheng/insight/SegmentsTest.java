package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.index.Sample;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private final Segments question = new Segments();

    private Segments.Answer ask(Asking asking, String... given) throws IOException {
        return asking.answer(Segments.Answer.class, question, all(days(0, 60)), given);
    }

    /** Loyal customers say 醇厚 and come by jd by the given share more; nothing else differs. */
    private static List<Sample> reviews(long seed, int n, double share) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean loyal = random.nextInt(3) == 0;
            boolean said = loyal && random.nextDouble() < share;
            List<String> words = new ArrayList<>();
            for (int j = 0; j < 3; j++) words.add("词" + random.nextInt(100));
            if (said) words.add("醇厚");
            Sample sample = Sample.review(i)
                    .at(days(0, 1).from().plusSeconds(random.nextInt(60 * 86_400)))
                    .author("L" + random.nextInt(3), "25-34", random.nextBoolean() ? "female" : "male", loyal ? 4 : 0)
                    .channel(said || random.nextBoolean() ? "jd" : "taobao")
                    .rating(said ? 5 : 3 + random.nextInt(3))
                    .sentiment(said || random.nextBoolean() ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE);
            if (said) sample = sample.text("酒体醇厚").opinion("taste", "口感", Polarity.POSITIVE, "醇厚");
            samples.add(sample.keywords(words.stream().distinct().toArray(String[]::new)));
        }
        return samples;
    }

    @Test
    void plantedTraits_areFirstOfTheirKind() throws IOException {
        try (Asking asking = Asking.of(reviews(31, 3000, 0.3))) {
            Segments.Answer answer = ask(asking, "a", "buyer:loyal", "b", "buyer:first");
            assertThat(answer.a().n() + answer.b().n()).isEqualTo(3000);
            Segments.Trait word = answer.words().getFirst();
            assertThat(word.value()).isEqualTo("醇厚");
            assertThat(word.more()).isEqualTo("a");
            assertThat(word.nB()).isZero();
            assertThat(word.logOdds()).isBetween(word.low(), word.high());
            assertThat(word.evidence().quotes())
                    .hasSize(5)
                    .allSatisfy(quote -> assertThat(quote.text()).isEqualTo("酒体醇厚"));
            assertThat(word.says().zh()).startsWith("“醇厚”在A（buyer:loyal）里更多：A ");
            assertThat(answer.opinions().getFirst().name()).isEqualTo("taste：醇厚");
            assertThat(answer.aspects().getFirst().value()).isEqualTo("taste:positive");
            // how the sides were told apart is no news
            assertThat(answer.personas())
                    .extracting(Segments.Trait::value)
                    .contains("jd")
                    .doesNotContain("loyal", "first");
            assertThat(answer.personas())
                    .allSatisfy(trait -> assertThat(SegmentTraits.PERSONAS).contains(trait.dimension()));
            assertThat(requireNonNull(answer.net()).low()).isPositive();
            assertThat(requireNonNull(answer.rating()).low()).isPositive();
            assertThat(answer.findings()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void sides_swapped_tellTheSameTheOtherWayRound() throws IOException {
        try (Asking asking = Asking.of(reviews(32, 2000, 0.3))) {
            Segments.Trait one = ask(asking, "a", "buyer:loyal").words().getFirst();
            Segments.Trait other = ask(asking, "a", "NOT (buyer:loyal)").words().getFirst();
            assertThat(other.value()).isEqualTo(one.value());
            assertThat(other.more()).isEqualTo("b");
            assertThat(other.z()).isCloseTo(-one.z(), within(1e-9));
        }
    }

    @Test
    void sidesAlike_areSilentAtThePromisedRate() throws IOException {
        int alarms = 0;
        for (long seed = 0; seed < 50; seed++) {
            try (Asking asking = Asking.of(reviews(seed, 800, 0))) {
                Segments.Answer answer = ask(asking, "a", "gender:female", "b", "gender:male");
                assertThat(answer.candidates()).isGreaterThan(60);
                boolean alarm = !answer.words().isEmpty()
                        || answer.personas().stream().anyMatch(trait -> trait.dimension() != Dimension.GENDER);
                if (alarm) alarms++;
            }
        }
        System.out.println("segments: 50 pairs of sides alike, seeds 0 to 49, alarms: " + alarms);
        // gender itself is told in each, so that a false one may be among those told
        assertThat(alarms).isLessThanOrEqualTo(12);
    }

    @Test
    void defaults_holdTheUnhappyAgainstTheRest() throws IOException {
        try (Asking asking = Asking.of(reviews(33, 600, 0.3))) {
            Segments.Answer answer = ask(asking);
            assertThat(answer.a().query()).isEqualTo("sentiment:negative");
            assertThat(answer.b().query()).isEqualTo("NOT (sentiment:negative)");
            assertThat(answer.words().getFirst().value()).isEqualTo("醇厚");
            assertThat(answer.words().getFirst().more()).isEqualTo("b");
        }
    }

    @Test
    void overlappingSides_leaveOutWhatIsInBoth() throws IOException {
        try (Asking asking = Asking.of(reviews(34, 600, 0.3))) {
            Segments.Answer answer = ask(asking, "a", "buyer:loyal", "b", "channel:jd");
            assertThat(answer.both()).isPositive();
            assertThat(answer.a().n() + answer.b().n() + answer.both()).isLessThan(600);
            Segments.Answer same = ask(asking, "a", "channel:jd", "b", "channel:jd");
            assertThat(same.insufficient()).isEqualTo(new Insufficient(0, 5));
            assertThat(same.words()).isEmpty();
        }
    }

    @Test
    void littleOrNothing_isToldAsInsufficient() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThat(ask(asking).insufficient()).isEqualTo(new Insufficient(0, 5));
            Segments.Answer future = asking.answer(Segments.Answer.class, question, all(days(500, 501)));
            assertThat(future.candidates()).isZero();
            assertThat(future.net()).isNull();
        }
    }

    @Test
    void receipt_doesNotDependOnTheLayout() throws IOException {
        List<Sample> samples = reviews(35, 900, 0.3);
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(samples.subList(0, 300))) {
            other.put(samples.subList(300, 900));
            assertThat(other.ask(question, all(days(0, 60)), "a", "buyer:loyal").receipt())
                    .isEqualTo(one.ask(question, all(days(0, 60)), "a", "buyer:loyal")
                            .receipt());
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> ask(asking, "b", "x")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> ask(asking, "a", "x) OR (y")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> ask(asking, "a", "OR")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> ask(asking, "limit", "51")).isInstanceOf(Fault.class);
        }
    }
}
