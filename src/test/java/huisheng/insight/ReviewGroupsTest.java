package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Sample;
import huisheng.review.Fault;
import huisheng.review.IntentType;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReviewGroupsTest {
    private static final List<String> LEAKS = List.of("瓶口漏酒", "收到就漏酒了", "盖子松漏酒", "漏酒漏了一箱");
    private static final List<String> SLOW = List.of("物流太慢", "物流慢得要命", "物流慢了一周", "物流实在慢");

    private final ReviewGroups question = new ReviewGroups();

    /** Young buyers of sku1 complain of leaks, others of slow delivery; most are content with the taste. */
    private static List<Sample> month(long seed, int reviews) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < reviews; i++) {
            Sample sample = Sample.review(i).at(days(0, 1).from().plusSeconds(random.nextInt(30 * 86_400)));
            int kind = random.nextInt(10);
            if (kind == 0) {
                sample = complaint(sample, LEAKS.get(random.nextInt(4)), "packaging", "包装")
                        .product("sku1")
                        .author(null, "18-24", "female", 0);
            } else if (kind == 1) {
                sample = complaint(sample, SLOW.get(random.nextInt(4)), "logistics", "物流")
                        .author(null, "45-54", random.nextBoolean() ? "female" : "male", 5);
            } else {
                sample = sample.text("酒好喝")
                        .opinion("taste", "味道", Polarity.POSITIVE, "好喝")
                        .sentiment(SentimentLabel.POSITIVE)
                        .intent(IntentType.PRAISE)
                        .author(null, random.nextBoolean() ? "25-34" : "45-54", "male", 5);
            }
            samples.add(sample);
        }
        return samples;
    }

    private static Sample complaint(Sample sample, String words, String aspect, String name) {
        return sample.text("酒不错，" + words + "，下次不来了")
                .sentiment(SentimentLabel.NEGATIVE)
                .intent(IntentType.COMPLAINT)
                .opinion(aspect, name, Polarity.NEGATIVE, words);
    }

    private ReviewGroups.Answer ask(Asking asking, String of) throws IOException {
        return asking.answer(ReviewGroups.Answer.class, question, all(days(0, 30)), "of", of);
    }

    @Test
    void complaints_fallIntoWhatTheySay() throws IOException {
        try (Asking asking = Asking.of(month(3, 800))) {
            ReviewGroups.Answer answer = ask(asking, "complaints");
            assertThat(answer.groups()).hasSize(2);
            ReviewGroups.Group leaks = answer.groups().stream()
                    .filter(group -> group.label().contains("漏酒"))
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.lookedAt()).isEqualTo((int)
                    answer.groups().stream().mapToLong(ReviewGroups.Group::n).sum());
            assertThat(leaks.share()).isEqualTo(Share.of(leaks.n(), answer.lookedAt()));
            assertThat(leaks.negative().value()).isEqualTo(1);
            assertThat(leaks.features())
                    .extracting(ReviewGroups.Feature::name)
                    .contains("packaging差评", "18-24 岁", "sku1", "女", "首次购买");
            assertThat(leaks.features())
                    .allSatisfy(feature -> assertThat(feature.ratio()).isGreaterThan(1));
            assertThat(leaks.evidence().quotes())
                    .hasSize(4)
                    .allSatisfy(quote -> assertThat(quote.text()).contains("漏酒"));
            assertThat(answer.findings()).hasSize(2);
        }
    }

    @Test
    void customers_fallIntoWhoTheyAre() throws IOException {
        try (Asking asking = Asking.of(month(4, 800))) {
            ReviewGroups.Answer answer = ask(asking, "customers");
            assertThat(answer.reviews()).isEqualTo(answer.lookedAt()).isEqualTo(800);
            ReviewGroups.Group content = answer.groups().getFirst();
            assertThat(content.features())
                    .extracting(ReviewGroups.Feature::name)
                    .contains("taste好评", "表扬");
            assertThat(content.positive().value()).isGreaterThan(0.95);
            assertThat(answer.groups()).anySatisfy(group -> {
                assertThat(group.features())
                        .extracting(ReviewGroups.Feature::name)
                        .contains("packaging差评", "18-24 岁");
                assertThat(group.evidence().quotes()).isNotEmpty();
                assertThat(group.evidence().link()).startsWith("/api/v1/reviews?from=");
            });
        }
    }

    @Test
    void newestReviews_areLookedAt_whateverTheOrder() throws IOException {
        List<Sample> samples = month(5, 6000);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(5));
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(shuffled.subList(0, 2500))) {
            other.put(shuffled.subList(2500, 6000));
            for (String of : List.of("complaints", "customers")) {
                ReviewGroups.Answer answer = ask(one, of);
                assertThat(answer).isEqualTo(ask(other, of));
                assertThat(answer.reviews()).isGreaterThan(answer.lookedAt());
            }
        }
    }

    @Test
    void littleData_saysSo() throws IOException {
        try (Asking asking = Asking.of(List.of())) {
            for (String of : List.of("complaints", "customers")) {
                assertThat(ask(asking, of).insufficient()).isEqualTo(new Insufficient(0, 5));
                assertThat(ask(asking, of).findings()).isEmpty();
            }
        }
        try (Asking asking = Asking.of(List.of(complaint(Sample.review(1), LEAKS.getFirst(), "packaging", "包装")))) {
            assertThat(ask(asking, "complaints").insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(ask(asking, "customers").groups()).isEmpty();
        }
    }

    @Test
    void oneClassOnly_isOneGroupOfNoFeatures() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            samples.add(complaint(Sample.review(i), LEAKS.getFirst(), "packaging", "包装")
                    .product("sku1"));
        }
        try (Asking asking = Asking.of(samples)) {
            ReviewGroups.Answer answer = ask(asking, "complaints");
            assertThat(answer.groups()).singleElement().satisfies(group -> {
                assertThat(group.n()).isEqualTo(40);
                assertThat(group.features()).isEmpty();
            });
            assertThat(answer.findings()).isEmpty();
        }
    }

    @Test
    void manyProducts_areTaken() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            samples.add(complaint(Sample.review(i), "“" + i + "\" OR (坏了", "quality", "质量")
                    .product("sku\u0000" + i)
                    .channel("c" + i));
        }
        try (Asking asking = Asking.of(samples)) {
            for (String of : List.of("complaints", "customers")) {
                assertThat(ask(asking, of).groups()).hasSizeLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> ask(asking, "x")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "limit", "51"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("limit");
        }
    }
}
