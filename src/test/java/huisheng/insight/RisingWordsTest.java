package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Sample;
import huisheng.review.Fault;
import huisheng.review.Polarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RisingWordsTest {
    private final RisingWords question = new RisingWords();

    /** 60 days of words drawn alike throughout; 辛辣 is said by the given share from day 30 on, 醇厚 before it. */
    private static List<Sample> months(long seed, double share) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            int day = random.nextInt(60);
            List<String> words = new ArrayList<>();
            for (int j = 0; j < 3; j++) words.add("词" + random.nextInt(300));
            Sample sample = Sample.review(i).at(days(day, day + 1).from().plusSeconds(random.nextInt(86_400)));
            if (random.nextDouble() < share) {
                words.add(day < 30 ? "醇厚" : "辛辣");
                if (day >= 30) sample = sample.text("口感辛辣").opinion("taste", "口感", Polarity.NEGATIVE, "辛辣");
            }
            samples.add(sample.keywords(words.stream().distinct().toArray(String[]::new)));
        }
        return samples;
    }

    @Test
    void plantedWords_areFoundBothWays() throws IOException {
        try (Asking asking = Asking.of(months(11, 0.06))) {
            Insight insight = asking.ask(question, all(days(30, 60)), "limit", "5");
            RisingWords.Answer answer = (RisingWords.Answer) insight.answer();
            assertThat(answer.baseline()).isEqualTo(days(0, 30));
            assertThat(answer.reviews() + answer.baselineReviews()).isEqualTo(6000);
            RisingWords.Word up = answer.rising().getFirst();
            assertThat(up.word()).isEqualTo("辛辣");
            assertThat(up.isNew()).isTrue();
            assertThat(up.evidence().quotes())
                    .hasSize(5)
                    .allSatisfy(quote -> assertThat(quote.text()).isEqualTo("口感辛辣"));
            assertThat(up.evidence().link()).startsWith("/api/v1/reviews?from=").contains("keyword=%E8%BE%9B%E8%BE%A3");
            assertThat(answer.falling().getFirst().word()).isEqualTo("醇厚");
            assertThat(insight.asked())
                    .containsEntry("question", "rising-words")
                    .containsEntry("limit", "5");
        }
    }

    @Test
    void opinions_areComparedUnderTheirAspect() throws IOException {
        try (Asking asking = Asking.of(months(11, 0.06))) {
            RisingWords.Answer answer =
                    asking.answer(RisingWords.Answer.class, question, all(days(30, 60)), "of", "opinions");
            assertThat(answer.rising()).extracting(RisingWords.Word::word).containsExactly("taste:辛辣");
            assertThat(answer.rising().getFirst().evidence().quotes().getFirst().start())
                    .isEqualTo(2);
        }
    }

    @Test
    void sameQuestionOnTheSameData_hasTheSameReceipt() throws IOException {
        List<Sample> samples = months(12, 0.06);
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(samples.subList(0, 3000))) {
            other.put(samples.subList(3000, 6000));
            var first = one.ask(question, all(days(30, 60))).receipt();
            assertThat(other.ask(question, all(days(30, 60))).receipt()).isEqualTo(first);
            assertThat(first.settled()).isTrue();
            assertThat(first.pipelines()).containsExactly("test");
            assertThat(one.ask(question, all(days(30, 60)), "limit", "3")
                            .receipt()
                            .hash())
                    .isNotEqualTo(first.hash());
            other.put(List.of(Sample.review(9999)));
            assertThat(other.ask(question, all(days(30, 60))).receipt().hash()).isNotEqualTo(first.hash());
        }
    }

    @Test
    void noPeriod_isTheLastThirtyDays() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            Insight insight = asking.ask(question, InsightTest.ALL);
            assertThat(insight.asked())
                    .containsEntry("from", "2026-05-09T17:00:00Z")
                    .containsEntry("until", "2026-06-08T17:00:00Z");
            RisingWords.Answer answer = (RisingWords.Answer) insight.answer();
            assertThat(answer.insufficient()).isEqualTo(new Insufficient(0, 5));
            assertThat(answer.rising()).isEmpty();
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "limit", "0"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("limit");
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "of", "x"))
                    .isInstanceOf(Fault.class);
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "baselineFrom", "2026-01-01"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("baselineUntil");
        }
    }
}
