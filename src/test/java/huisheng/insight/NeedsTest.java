package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.index.Quote;
import huisheng.index.ReviewSearch;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Sample;
import huisheng.index.Stop;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.IntentType;
import huisheng.review.NoiseType;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static final List<String> SMALL = List.of("希望出小瓶装", "能不能出个小瓶装", "盼着小瓶装快点上", "小瓶装什么时候有");
    private static final List<String> GLASS = List.of("要是能送个酒杯就好了", "希望送个酒杯", "建议送酒杯", "能不能配个酒杯");
    private static final List<String> PRINT = List.of("建议把字印大点", "希望说明书的字印大点", "字能不能印大点", "字太小，印大点吧");
    private static final List<String> DRIPS = List.of("倒酒总滴一桌", "每次倒酒都滴", "倒酒会滴到桌上", "一倒酒就滴");
    private static final List<String> AGES = List.of("18-24", "25-34", "35-44");

    private final Needs question = new Needs();

    /**
     * 60 days. 2 % wish for a glass and as many for larger print throughout; 1 % for small bottles, {@code later} of it from
     * day 30 on; small print annoys the old ones only where {@code old}.
     */
    private static List<Sample> months(long seed, double later, boolean old) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            int day = random.nextInt(60);
            String age = AGES.get(random.nextInt(3));
            double dice = random.nextDouble();
            double small = day < 30 ? 0.01 : later;
            double print = !old ? 0.02 : age.equals("35-44") ? 0.06 : 0;
            Sample sample = Sample.review(i)
                    .at(days(day, day + 1).from().plusSeconds(random.nextInt(86_400)))
                    .author("V" + random.nextInt(4), age, random.nextBoolean() ? "female" : "male", random.nextInt(5));
            if (dice < 0.02) sample = wish(sample, GLASS.get(random.nextInt(4)));
            else if (dice < 0.02 + print) sample = wish(sample, PRINT.get(random.nextInt(4)));
            else if (dice > 1 - small) sample = wish(sample, SMALL.get(random.nextInt(4)));
            samples.add(sample);
        }
        return samples;
    }

    private static Sample wish(Sample sample, String words) {
        return sample.text("酒不错。" + words).need(words).intent(IntentType.SUGGESTION);
    }

    private Needs.Answer ask(Asking asking, Selection selection, String... given) throws IOException {
        return asking.answer(Needs.Answer.class, question, selection, given);
    }

    private static Needs.Request labelled(Needs.Answer answer, String word) {
        return answer.requests().stream()
                .filter(request -> request.label().contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " is not among " + answer.requests()));
    }

    @Test
    void wishes_areRankedWithGrowthAndEvidence() throws IOException {
        List<Sample> samples = months(5, 0.05, false);
        try (Asking asking = Asking.of(samples)) {
            Needs.Answer answer = ask(asking, all(days(30, 60)));
            assertThat(answer.baseline()).isEqualTo(days(0, 30));
            assertThat(answer.requests()).hasSize(3);
            assertThat(answer.wishing())
                    .isEqualTo(answer.lookedAt())
                    .isEqualTo(answer.ungrouped()
                            + answer.requests().stream()
                                    .mapToLong(Needs.Request::n)
                                    .sum());
            Needs.Request small = answer.requests().getFirst();
            assertThat(small.label()).contains("小瓶装");
            assertThat(small.n()).isEqualTo(small.explicit()).isBetween(110L, 190L);
            assertThat(small.share()).isEqualTo(Share.of(small.n(), answer.reviews()));
            assertThat(small.growth()).isNotNull().satisfies(growth -> {
                assertThat(growth.q()).isLessThan(1e-6);
                assertThat(growth.ratio()).isBetween(2.5, 9.0);
            });
            assertThat(small.isNew()).isFalse();
            assertThat(small.products()).hasSize(5);
            assertThat(small.evidence().quotes())
                    .hasSize(4)
                    .allSatisfy(quote -> assertThat(quote.text()).contains("小瓶装"));
            assertThat(labelled(answer, "酒杯").growth())
                    .isNotNull()
                    .satisfies(growth -> assertThat(growth.q()).isGreaterThan(0.05));
            assertThat(answer.findings().getFirst().says().zh()).contains("小瓶装").contains("上升");
            assertThat(answer.candidates()).isEqualTo(3);
        }
    }

    @Test
    void link_listsTheReviewsOfTheRequest() throws IOException {
        try (Asking asking = Asking.of(months(5, 0.05, false));
                ReviewSnapshot now = asking.index().snapshot(Stop.NEVER)) {
            Needs.Request small = ask(asking, all(days(30, 60))).requests().getFirst();
            Selection listed = AnyOf.of(
                    all(days(30, 60)),
                    SMALL.stream()
                            .map(text -> AnyOf.condition(Dimension.NEED, text))
                            .toList());
            assertThat(now.search(new ReviewSearch(listed, ReviewSearch.Order.NEWEST, 1, null, List.of()))
                            .total())
                    .isEqualTo(small.n());
            assertThat(small.evidence().link())
                    .startsWith("/api/v1/reviews?from=")
                    .contains("need%3A%22");
        }
    }

    @Test
    void personas_whoWishMoreAreTold() throws IOException {
        try (Asking asking = Asking.of(months(6, 0.01, true))) {
            Needs.Answer answer = ask(asking, all(days(30, 60)));
            Persona old = labelled(answer, "印大").personas().getFirst();
            assertThat(old.dimension()).isEqualTo("ageBand");
            assertThat(old.value()).isEqualTo("35-44");
            assertThat(old.q()).isLessThan(1e-3);
            assertThat(old.share().value()).isEqualTo(1);
            assertThat(labelled(answer, "酒杯").personas()).isEmpty();
            assertThat(answer.personaCandidates()).isGreaterThan(20);
            assertThat(answer.findings())
                    .anySatisfy(finding -> assertThat(finding.says().zh()).contains("35-44 岁"));
        }
    }

    @Test
    void newWish_isNew() throws IOException {
        List<Sample> samples = new ArrayList<>(months(7, 0.01, false));
        for (int i = 0; i < 12; i++) {
            samples.add(wish(
                    Sample.review(7000 + i).at(days(59, 60).from()),
                    List.of("希望出果味的", "盼果味").get(i % 2)));
        }
        try (Asking asking = Asking.of(samples)) {
            Needs.Request fruit = labelled(ask(asking, all(days(30, 60))), "果味");
            assertThat(fruit.isNew()).isTrue();
            assertThat(rises(fruit)).isTrue();
        }
    }

    /** Each answer controls its own rate, so that one in twenty may tell something of nothing. */
    @Test
    void quietMonths_fewAnswersTellOfGrowthOrPersonas() throws IOException {
        int rising = 0;
        int personas = 0;
        for (long seed = 100; seed < 150; seed++) {
            try (Asking asking = Asking.of(months(seed, 0.01, false).subList(0, 3000))) {
                List<Needs.Request> requests = ask(asking, all(days(30, 60))).requests();
                if (requests.stream().anyMatch(NeedsTest::rises)) rising++;
                if (requests.stream().anyMatch(request -> !request.personas().isEmpty())) personas++;
            }
        }
        System.out.println("needs of quiet months, seeds 100 to 149: " + rising + " answers tell of growth, " + personas
                + " of personas");
        // 97.5 % of binomials with 50 tries and 5 %
        assertThat(rising).isLessThanOrEqualTo(6);
        assertThat(personas).isLessThanOrEqualTo(6);
    }

    private static boolean rises(Needs.Request request) {
        Growth growth = request.growth();
        return growth != null && growth.rises();
    }

    @Test
    void complaints_areImplicitWishesWhereAskedFor() throws IOException {
        List<Sample> samples = new ArrayList<>(months(8, 0.01, false));
        for (int i = 0; i < 80; i++) {
            String words = DRIPS.get(i % 4);
            samples.add(Sample.review(7000 + i)
                    .at(days(30 + i % 30, 31 + i % 30).from())
                    .text("味道还行，" + words + "，别的没什么")
                    .sentiment(SentimentLabel.NEGATIVE)
                    .intent(IntentType.COMPLAINT)
                    .opinion("packaging", "包装", Polarity.NEGATIVE, words)
                    .opinion("taste", "味道", Polarity.POSITIVE, "还行"));
        }
        try (Asking asking = Asking.of(samples)) {
            assertThat(ask(asking, all(days(30, 60))).requests())
                    .extracting(Needs.Request::label)
                    .noneMatch(label -> label.contains("倒酒"));
            Needs.Answer answer = ask(asking, all(days(30, 60)), "include", "all");
            Needs.Request drips = labelled(answer, "倒酒");
            assertThat(drips.n()).isEqualTo(80);
            assertThat(drips.explicit()).isZero();
            assertThat(drips.evidence().quotes()).extracting(Quote::text).containsExactlyInAnyOrderElementsOf(DRIPS);
            assertThat(drips.evidence().link()).contains("aspectOpinion%3A%22packaging%3A");
            assertThat(labelled(answer, "酒杯").explicit()).isPositive();
        }
    }

    @Test
    void sameDataInAnotherOrder_hasTheSameReceipt() throws IOException {
        List<Sample> samples = months(9, 0.03, true);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, new Random(9));
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(shuffled.subList(0, 2000))) {
            other.put(shuffled.subList(2000, 6000));
            assertThat(other.ask(question, all(days(30, 60)), "include", "all").answer())
                    .isEqualTo(one.ask(question, all(days(30, 60)), "include", "all")
                            .answer());
        }
    }

    @Test
    void littleData_saysSo() throws IOException {
        try (Asking asking = Asking.of(List.of())) {
            assertThat(ask(asking, all(days(0, 30))).insufficient()).isEqualTo(new Insufficient(0, 5));
        }
        try (Asking asking = Asking.of(List.of(wish(Sample.review(1), "希望出小瓶装")))) {
            Needs.Answer answer = ask(asking, all(days(0, 30)), "include", "all");
            assertThat(answer.insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(answer.requests()).isEmpty();
            assertThat(answer.findings()).isEmpty();
            assertThat(ask(asking, all(days(400, 430))).insufficient()).isEqualTo(new Insufficient(0, 5));
        }
    }

    @Test
    void everybodyWishesTheSame_andNobodyBefore() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++)
            samples.add(wish(Sample.review(i).at(days(30, 31).from()), "希望出小瓶装"));
        samples.add(wish(Sample.review(99).at(days(30, 31).from()), "希望出小瓶装").noise(NoiseType.TEMPLATE));
        try (Asking asking = Asking.of(samples)) {
            Needs.Request only = ask(asking, all(days(30, 60))).requests().getFirst();
            assertThat(only.n()).isEqualTo(40);
            assertThat(only.baselineShare()).isNull();
            assertThat(only.growth()).isNull();
            assertThat(only.isNew()).isFalse();
            assertThat(only.personas()).isEmpty();
        }
    }

    @Test
    void manyLevelsAndOddWishes_areTaken() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Sample sample = Sample.review(i)
                    .at(days(31, 32).from())
                    .author("等级" + i, null, null, 0)
                    .product("sku" + i);
            samples.add(wish(sample, i % 2 == 0 ? "想要“" + i + "\" OR (" : "\u0000𠮷".repeat(i % 150) + "希望便宜点"));
        }
        try (Asking asking = Asking.of(samples)) {
            Needs.Answer answer = ask(asking, all(days(30, 60)), "limit", "100");
            assertThat(answer.lookedAt()).isEqualTo(3000);
            assertThat(answer.requests()).hasSizeLessThanOrEqualTo(100);
            Selection young = all(days(30, 60));
            assertThat(ask(asking, young.with(young.filter().with(Dimension.NEED, Set.of("没有人这样说"))))
                            .requests())
                    .isEmpty();
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "include", "x"))
                    .isInstanceOf(Fault.class);
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "limit", "101"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("limit");
        }
    }
}
