package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huisheng.index.Sample;
import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.IntentType;
import huisheng.review.Polarity;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossAnalysisTest {
    private static final List<String> AGES = List.of("18-24", "25-34", "35-44", "45+");
    private final CrossAnalysis question = new CrossAnalysis();

    private CrossAnalysis.Answer ask(Asking asking, String... given) throws IOException {
        return asking.answer(CrossAnalysis.Answer.class, question, all(days(0, 60)), given);
    }

    private static CrossAnalysis.Cell cell(CrossAnalysis.Answer answer, String row, String column) {
        return answer.cells().stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** The young speak ill of the packaging by the given share, everyone of the taste and well of the packaging. */
    private static List<Sample> reviews(long seed, int n, double share) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            String age = AGES.get(random.nextInt(AGES.size()));
            Sample sample = Sample.review(i)
                    .at(days(0, 1).from().plusSeconds(random.nextInt(60 * 86_400)))
                    .author("L" + random.nextInt(3), age, random.nextBoolean() ? "female" : "male", random.nextInt(5))
                    .channel(random.nextBoolean() ? "jd" : "taobao")
                    .rating(1 + random.nextInt(5))
                    .sentiment(random.nextBoolean() ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE);
            if (random.nextDouble() < 0.4) sample = sample.opinion("taste", "口感", Polarity.POSITIVE, "好");
            if (random.nextDouble() < 0.2) sample = sample.opinion("packaging", "包装", Polarity.POSITIVE, "好");
            else if (age.equals("18-24") && random.nextDouble() < share) {
                sample = sample.text("包装破了")
                        .rating(1)
                        .sentiment(SentimentLabel.NEGATIVE)
                        .intent(IntentType.COMPLAINT)
                        .opinion("packaging", "包装", Polarity.NEGATIVE, "破了");
            }
            samples.add(sample);
        }
        return samples;
    }

    /** Table 2.5 of A. Agresti, An Introduction to Categorical Data Analysis, 2nd ed. (2007): X² 30.1, residuals 4.50 … */
    @Test
    void shareOfSingleValues_agreesWithAPublishedTable() throws IOException {
        long[][] table = {{762, 327, 468}, {484, 239, 477}};
        List<Sample> samples = new ArrayList<>();
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < table[row][column]; i++) {
                    samples.add(Sample.review(samples.size())
                            .author(null, null, row == 0 ? "female" : "male", 0)
                            .region("r" + column));
                }
            }
        }
        for (int i = 0; i < 50; i++) samples.add(Sample.review(samples.size()).author(null, null, null, 0));
        try (Asking asking = Asking.of(samples)) {
            CrossAnalysis.Answer answer = ask(asking, "rows", "gender", "columns", "region");
            assertThat(answer.reviews()).isEqualTo(2757);
            assertThat(answer.dependence().chiSquare()).isCloseTo(30.0701, within(1e-4));
            assertThat(answer.dependence().df()).isEqualTo(2);
            assertThat(answer.dependence().p()).isCloseTo(2.954e-7, within(1e-9));
            assertThat(cell(answer, "female", "r0").expected()).isCloseTo(703.671, within(1e-3));
            assertThat(cell(answer, "female", "r0").residual()).isCloseTo(4.5021, within(1e-4));
            assertThat(cell(answer, "female", "r1").residual()).isCloseTo(0.6995, within(1e-4));
            assertThat(cell(answer, "male", "r2").residual()).isCloseTo(5.3159, within(1e-4));
            assertThat(answer.candidates()).isEqualTo(6);
            assertThat(answer.differences()).hasSize(4);
        }
    }

    @Test
    void plantedDifference_isFirstByEveryMeasure() throws IOException {
        try (Asking asking = Asking.of(reviews(21, 4000, 0.3))) {
            for (String measure : List.of("share", "net", "negative", "complaints")) {
                CrossAnalysis.Deviation first =
                        ask(asking, "measure", measure).differences().getFirst();
                assertThat(first.cell().row()).as(measure).isEqualTo("18-24");
                assertThat(first.cell().column()).as(measure).isEqualTo("packaging");
                assertThat(first.says().zh()).startsWith("18-24 × packaging：").contains("95% 区间");
                assertThat(first.says().en()).startsWith("18-24 × packaging: ").contains("95 % interval");
                assertThat(first.evidence().quotes()).hasSize(5);
            }
            assertThat(ask(asking, "measure", "negative")
                            .differences()
                            .getFirst()
                            .evidence()
                            .quotes())
                    .allSatisfy(quote -> assertThat(quote.text()).isEqualTo("包装破了"));
            CrossAnalysis.Deviation rating = ask(asking, "measure", "rating", "columns", "channel")
                    .differences()
                    .getFirst();
            assertThat(rating.cell().row()).isEqualTo("18-24");
            assertThat(Objects.requireNonNull(rating.cell().difference()).high())
                    .isNegative();
        }
    }

    @Test
    void aspect_narrowsTheStanceAndCountsMentions() throws IOException {
        try (Asking asking = Asking.of(reviews(22, 4000, 0.3))) {
            CrossAnalysis.Answer net = ask(asking, "measure", "net", "columns", "channel", "aspect", "packaging");
            assertThat(net.differences()).hasSize(8).allSatisfy(told -> {
                boolean young = told.cell().row().equals("18-24");
                assertThat(Objects.requireNonNull(told.cell().difference()).effect() < 0)
                        .isEqualTo(young);
            });
            CrossAnalysis.Answer rate =
                    ask(asking, "measure", "aspect-rate", "columns", "channel", "aspect", "packaging");
            assertThat(rate.differences().getFirst().cell().row()).isEqualTo("18-24");
            CrossAnalysis.Cell cell = cell(rate, "18-24", "jd");
            assertThat(cell.figure().n()).isEqualTo(cell.n());
            assertThat(cell.figure().value()).isBetween(0.3, 0.6);
        }
    }

    @Test
    void aspectsAsRows_areHeldAgainstTheOtherAspects() throws IOException {
        try (Asking asking = Asking.of(reviews(23, 4000, 0.3))) {
            CrossAnalysis.Answer answer = ask(asking, "rows", "aspect", "columns", "ageBand", "measure", "net");
            assertThat(cell(answer, "packaging", "18-24").rest())
                    .isEqualTo(cell(answer, "taste", "18-24").figure());
            assertThat(answer.differences().getFirst().cell().column()).isEqualTo("18-24");
            CrossAnalysis.Answer shares = ask(asking, "rows", "aspect", "columns", "intent");
            assertThat(shares.reviews()).isEqualTo(4000);
            assertThat(shares.differences().getFirst().cell().row()).isEqualTo("packaging");
        }
    }

    @Test
    void nothingPlanted_isSilentAtThePromisedRate() throws IOException {
        int alarms = 0;
        for (long seed = 0; seed < 50; seed++) {
            try (Asking asking = Asking.of(reviews(seed, 600, 0))) {
                String measure = List.of("share", "net", "rating").get((int) seed % 3);
                if (!ask(asking, "measure", measure).differences().isEmpty()) alarms++;
            }
        }
        System.out.println("cross: 50 tables without a difference, seeds 0 to 49, alarms: " + alarms);
        // 5 % of 50 are 2.5; more than 7 has a chance of 0.3 %
        assertThat(alarms).isLessThanOrEqualTo(7);
    }

    @Test
    void manyValues_areBoundedAndTheRestIsOther() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            samples.add(Sample.review(i).store("s" + (i < 2000 ? i % 30 : i)).keywords("k" + i % 3000, "好"));
        }
        try (Asking asking = Asking.of(samples)) {
            CrossAnalysis.Answer answer = ask(asking, "rows", "store", "columns", "channel");
            assertThat(answer.rows()).hasSize(21);
            assertThat(answer.rows().getLast().isOther()).isTrue();
            assertThat(answer.rows().stream().mapToLong(CrossAnalysis.Line::n).sum())
                    .isEqualTo(12_000);
            CrossAnalysis.Answer words = ask(asking, "rows", "store", "columns", "keyword");
            assertThat(words.columns()).hasSize(20);
            assertThat(words.columns().getFirst().value()).isEqualTo("好");
            assertThat(words.cells()).hasSize(420);
        }
    }

    @Test
    void littleOrNothing_isToldAsInsufficient() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1).keywords("好")))) {
            CrossAnalysis.Answer one = ask(asking, "columns", "channel");
            assertThat(one.insufficient()).isEqualTo(new Insufficient(1, 5));
            assertThat(one.cells().getFirst().figure().value()).isNull();
            assertThat(one.dependence().p()).isOne();
            CrossAnalysis.Answer future = asking.answer(CrossAnalysis.Answer.class, question, all(days(500, 501)));
            assertThat(future.cells()).isEmpty();
            assertThat(future.insufficient()).isEqualTo(new Insufficient(0, 5));
            for (String measure : List.of("share", "net", "positive", "negative", "rating", "complaints")) {
                assertThat(ask(asking, "columns", "keyword", "rows", "intent", "measure", measure)
                                .differences())
                        .isEmpty();
            }
        }
    }

    @Test
    void oneClassOnly_hasNothingToCompareWith() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 40; i++) samples.add(Sample.review(i));
        try (Asking asking = Asking.of(samples)) {
            CrossAnalysis.Answer answer = ask(asking, "columns", "channel", "measure", "rating");
            assertThat(answer.cells()).hasSize(1).allSatisfy(cell -> {
                assertThat(cell.figure().value()).isEqualTo(5.0);
                assertThat(cell.difference()).isNull();
            });
            assertThat(answer.candidates()).isZero();
        }
    }

    @Test
    void receipt_doesNotDependOnTheLayout() throws IOException {
        List<Sample> samples = reviews(24, 900, 0.2);
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(samples.subList(0, 300))) {
            other.put(samples.subList(300, 900));
            assertThat(other.ask(question, all(days(0, 60))).receipt())
                    .isEqualTo(one.ask(question, all(days(0, 60))).receipt());
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertThatThrownBy(() -> ask(asking, "rows", "aspect"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("differ");
            assertThatThrownBy(() -> ask(asking, "measure", "aspect-rate"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("needs an aspect");
            assertThatThrownBy(() -> ask(asking, "aspect", "taste")).isInstanceOf(Fault.class);
            assertThatThrownBy(() -> ask(asking, "rows", "author")).isInstanceOf(Fault.class);
            String hostile = "\") OR *:* \u0000 '; DROP TABLE reviews; --";
            assertThat(ask(asking, "columns", "channel", "measure", "net", "aspect", hostile)
                            .differences())
                    .isEmpty();
            var narrowed = all(days(0, 60));
            var strange = narrowed.with(narrowed.filter().with(Dimension.REGION, Set.of(hostile)));
            assertThat(asking.answer(CrossAnalysis.Answer.class, question, strange)
                            .reviews())
                    .isZero();
        }
    }

    /** 8 of 100 against 9 of 900, by the exact test. */
    @Test
    void rareRisks_areFoundWhereTheyAre() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Sample sample = Sample.review(i).product("P" + i % 10).at(days(1, 2).from());
            boolean risky = i % 10 == 0 ? i < 80 : i % 111 == 1;
            samples.add(risky ? sample.risk(RiskType.HEALTH) : sample);
        }
        try (Asking asking = Asking.of(samples)) {
            CrossAnalysis.Answer answer = ask(asking, "rows", "product", "columns", "risk");
            CrossAnalysis.Cell found = answer.differences().getFirst().cell();
            assertThat(found.row()).isEqualTo("P0");
            assertThat(found.column()).isEqualTo("health");
            assertThat(found.n()).isEqualTo(8);
            assertThat(answer.findings().getFirst().says().zh()).contains("健康");
        }
    }
}
