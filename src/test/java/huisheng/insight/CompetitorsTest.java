package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import huisheng.index.Sample;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Outcome;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompetitorsTest {
    private final Competitors question = new Competitors();

    private static Competitors.Answer ask(Asking asking, Selection selection, String... given) throws IOException {
        return asking.answer(Competitors.Answer.class, new Competitors(), selection, given);
    }

    /** 60 days of ours and two rivals; from day 30 on 乙 is named more, wins on price and takes buyers. */
    private static List<Sample> market() {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            int day = random.nextInt(60);
            int draw = random.nextInt(10);
            String brand = draw < 5 ? "本牌" : draw < 8 ? "乙牌" : "丙牌";
            boolean ours = brand.equals("本牌");
            Polarity taste = random.nextDouble() < (ours ? 0.5 : 0.8) ? Polarity.POSITIVE : Polarity.NEGATIVE;
            Sample sample = Sample.review(i)
                    .brand(brand)
                    .at(days(day, day + 1).from().plusSeconds(random.nextInt(86_400)))
                    .sentiment(SentimentLabel.POSITIVE)
                    .opinion("taste", "口感", taste);
            if (ours && random.nextDouble() < (day < 30 ? 0.03 : 0.2)) {
                sample = sample.text("比乙牌贵，换成乙牌了")
                        .opinion("price", "价格", Polarity.NEGATIVE, "贵")
                        .comparison(i % 2 == 0 ? "乙牌" : "乙牌划算", "price", Outcome.LOSE);
            } else if (ours && random.nextDouble() < 0.05) {
                sample = sample.text("以前喝丙牌，口感比丙牌好").comparison("丙牌", "taste", Outcome.WIN);
            }
            samples.add(sample);
        }
        return samples;
    }

    @Test
    void rivalThatTakesBuyers_isSeenInEveryTable() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Competitors.Answer answer = ask(asking, all(days(30, 60)));
            assertThat(answer.ours()).containsExactly("本牌");
            assertThat(answer.insufficient()).isNull();
            assertThat(answer.voices()).extracting(Competitors.Voice::brand).containsExactly("本牌", "乙牌", "丙牌");
            assertThat(answer.voices().getFirst().ours()).isTrue();
            assertThat(answer.rivals()).extracting(Competitors.Rival::name).containsExactly("乙牌", "丙牌");
            Competitors.Rival rival = answer.rivals().getFirst();
            assertThat(rival.named().rose()).isTrue();
            assertThat(rival.lost().rose()).isTrue();
            assertThat(rival.lost().n()).isEqualTo(rival.named().n());
            assertThat(rival.won().n()).isZero();
            assertThat(answer.rivals().getLast().won().n())
                    .isEqualTo(answer.rivals().getLast().named().n());
            assertThat(rival.lostEvidence().quotes().getFirst().text()).isEqualTo("比乙牌贵，换成乙牌了");
            assertThat(answer.findings())
                    .isNotEmpty()
                    .allSatisfy(
                            finding -> assertThat(finding.evidence().quotes()).isNotEmpty());
        }
    }

    @Test
    void board_joinsTheWaysToNameARival() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Competitors.Answer answer = ask(asking, all(days(30, 60)));
            Competitors.Bout lost = answer.board().getFirst();
            assertThat(lost.rival()).isEqualTo("乙牌");
            assertThat(lost.aspect()).isEqualTo("price");
            assertThat(lost.losses())
                    .isEqualTo(answer.rivals().getFirst().named().n());
            assertThat(lost.wins()).isZero();
            assertThat(lost.winShare()).isEqualTo(Share.of(0, lost.losses()));
            assertThat(lost.loses()).isTrue();
            assertThat(lost.lossRate().rose()).isTrue();
            assertThat(lost.evidence().link()).contains("comparison=").contains("%2C");
            assertThat(lost.evidence().quotes()).hasSize(5);
            Competitors.Bout won = answer.board().getLast();
            assertThat(won.rival()).isEqualTo("丙牌");
            assertThat(won.losses()).isZero();
            assertThat(won.loses()).isFalse();
            assertThat(won.q()).isLessThan(0.05);
        }
    }

    @Test
    void aspects_standSideBySide() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Competitors.Answer answer = ask(asking, all(days(30, 60)));
            Competitors.Aspect taste = answer.aspects().getFirst();
            assertThat(taste.aspect()).isEqualTo("taste");
            assertThat(taste.rivals()).hasSize(2).allSatisfy(against -> {
                assertThat(against.difference().effect()).isBetween(-0.9, -0.3);
                assertThat(against.q()).isLessThan(0.01);
            });
            assertThat(answer.missed()).extracting(Competitors.Missed::aspect).containsExactly("price");
            Competitors.Missed price = answer.missed().getFirst();
            assertThat(price.share().value()).isEqualTo(1);
            assertThat(price.otherShare().value()).isZero();
            assertThat(price.lost()).isEqualTo(price.n());
            assertThat(price.evidence().quotes().getFirst().start()).isEqualTo(3);
        }
    }

    @Test
    void brandsOfTheFilter_areUs() throws IOException {
        try (Asking asking = Asking.of(market())) {
            Selection period = all(days(30, 60));
            Selection two = period.with(period.filter().with(Dimension.BRAND, Set.of("本牌", "丙牌")));
            Competitors.Answer answer = ask(asking, two);
            assertThat(answer.ours()).containsExactly("丙牌", "本牌");
            assertThat(answer.rivals()).extracting(Competitors.Rival::name).containsExactly("乙牌");
            assertThat(answer.voices()).hasSize(3);
            assertThat(ask(asking, two, "rivals", "没人听过,乙牌").rivals())
                    .extracting(Competitors.Rival::name)
                    .containsExactly("没人听过", "乙牌");
        }
    }

    @Test
    void whoIsOnlyNamed_isARivalToo() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Sample sample =
                    Sample.review(i).text(i < 12 ? "不如散酒" : "好").at(days(1, 2).from());
            if (i < 12) sample = sample.comparison(i < 10 ? "散酒" : "这个", i < 10 ? null : "taste", Outcome.LOSE);
            samples.add(sample);
        }
        try (Asking asking = Asking.of(samples)) {
            Competitors.Answer answer = ask(asking, all(days(0, 2)));
            assertThat(answer.rivals()).extracting(Competitors.Rival::name).containsExactly("散酒");
            assertThat(answer.rivals().getFirst().stored()).isFalse();
            assertThat(answer.board()).singleElement().satisfies(bout -> {
                assertThat(bout.aspect()).isEmpty();
                assertThat(bout.losses()).isEqualTo(10);
                assertThat(bout.lossRate().difference()).isNull();
            });
        }
    }

    @Test
    void earlierVersionsAndPriceClasses_areNoRivals() throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> others = List.of("以前", "以前用心", "上次那瓶", "同价位", "机场买的", "散酒");
        for (int i = 0; i < 60; i++) {
            samples.add(Sample.review(i)
                    .text("不如" + others.get(i % 6))
                    .at(days(1, 2).from())
                    .comparison(others.get(i % 6), "taste", Outcome.LOSE));
        }
        try (Asking asking = Asking.of(samples)) {
            Competitors.Answer answer = ask(asking, all(days(0, 2)));
            assertThat(answer.rivals()).extracting(Competitors.Rival::name).containsExactly("散酒");
            assertThat(answer.board()).extracting(Competitors.Bout::rival).containsExactly("散酒");
            assertThat(answer.yardsticks())
                    .extracting(Competitors.Bout::rival, Competitors.Bout::losses)
                    .containsExactly(tuple("以前", 20L), tuple("上次", 10L), tuple("同价位", 10L));
            assertThat(answer.yardsticks().getFirst().evidence().quotes()).hasSize(5);
            Competitors.Answer wanted = ask(asking, all(days(0, 2)), "rivals", "以前");
            assertThat(wanted.board()).extracting(Competitors.Bout::rival).containsExactly("以前");
        }
    }

    @Test
    void staying_isNoSwitch() throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> texts = List.of("乙牌降价我也没换", "以前喝乙牌，换过来就回不去", "看到乙牌就换过去了", "乙牌便宜，下次买乙牌", "乙牌一般");
        for (int i = 0; i < 25; i++) {
            samples.add(Sample.review(i).text(texts.get(i % 5)).at(days(1, 2).from()));
        }
        for (int i = 25; i < 35; i++) {
            samples.add(Sample.review(i).brand("乙牌").at(days(1, 2).from()));
        }
        try (Asking asking = Asking.of(samples)) {
            Competitors.Rival rival = ask(asking, all(days(0, 2))).rivals().getFirst();
            assertThat(rival.named().n()).isEqualTo(25);
            assertThat(rival.lost().n()).isEqualTo(10);
            assertThat(rival.won().n()).isEqualTo(5);
        }
    }

    @Test
    void littleOrNoData_isSaid() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            Competitors.Answer future = ask(asking, all(days(500, 530)));
            assertThat(future.insufficient()).isEqualTo(new Insufficient(0, 5));
            assertThat(future.ours()).isEmpty();
            assertThat(future.findings()).isEmpty();
            Competitors.Answer one = ask(asking, all(days(0, 2)));
            assertThat(one.insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(one.rivals()).isEmpty();
        }
    }

    @Test
    void manyAndHostileBrands_areBounded() throws IOException {
        List<Sample> samples = new ArrayList<>();
        List<String> hostile = List.of("\"“) OR (", "：。！", "a,b", "x".repeat(200), "*");
        for (int i = 0; i < 12_000; i++) {
            String brand = i < 100 ? hostile.get(i % 5) : i < 200 ? "本牌" : "牌" + i;
            Sample sample = Sample.review(i).brand(brand).at(days(1, 2).from());
            if (brand.equals("本牌")) sample = sample.comparison("\"“) OR (:", "ta:ste", Outcome.LOSE);
            samples.add(sample);
        }
        try (Asking asking = Asking.of(samples)) {
            Competitors.Answer answer = ask(asking, all(days(0, 2)), "limit", "12");
            assertThat(answer.ours()).containsExactly("本牌");
            assertThat(answer.voices()).hasSize(20);
            assertThat(answer.rivals())
                    .hasSizeLessThanOrEqualTo(12)
                    .extracting(Competitors.Rival::name)
                    .containsAll(hostile);
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> asking.ask(question, all(days(0, 1)), "limit", "13"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("limit");
        }
    }
}
