package huisheng.insight;

import static huisheng.insight.Asking.all;
import static huisheng.insight.Asking.days;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PilotTest {
    private final Pilot question = new Pilot();

    private Pilot.Answer ask(Asking asking, String... given) throws IOException {
        return asking.answer(Pilot.Answer.class, question, all(days(30, 60)), given);
    }

    /** One arm: {@code k} of {@code n} speak well of the packaging, the others ill; all in the same mood otherwise. */
    private static void arm(List<Sample> into, String variant, int k, int n) {
        for (int i = 0; i < n; i++) {
            boolean good = i < k;
            into.add(Sample.review(into.size())
                    .at(days(30, 31).from().plusSeconds(i * 60L))
                    .variant(variant)
                    .text(good ? "包装好看" : "包装破了")
                    .rating(good ? 5 : 2)
                    .sentiment(i % 2 == 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE)
                    .opinion("packaging", "包装", good ? Polarity.POSITIVE : Polarity.NEGATIVE, good ? "好看" : "破了"));
        }
    }

    private static Asking arms(int k1, int n1, int k2, int n2) throws IOException {
        List<Sample> samples = new ArrayList<>();
        arm(samples, "A", k1, n1);
        arm(samples, "B", k2, n2);
        for (int i = 0; i < 30; i++)
            samples.add(Sample.review(samples.size()).at(days(31, 32).from()));
        return Asking.of(samples);
    }

    @ParameterizedTest
    @CsvSource({
        "84, 240, 204, 240, better, ''",
        "204, 240, 84, 240, worse, ''",
        "1000, 2000, 1010, 2000, no-difference, ''",
        "20, 40, 22, 40, not-yet, underpowered",
        "2, 3, 3, 3, not-yet, too-few",
        "0, 0, 0, 0, not-yet, too-few",
        "84, 240, 390, 480, not-yet, sample-ratio"
    })
    void verdict_followsFromTheFigures(int k1, int n1, int k2, int n2, String label, String reason) throws IOException {
        try (Asking asking = arms(k1, n1, k2, n2)) {
            Pilot.Answer answer = ask(asking, "aspect", "packaging");
            assertThat(answer.verdict().label().label()).isEqualTo(label);
            assertThat(answer.verdict().reasons().stream()
                            .map(each -> each.label())
                            .toList())
                    .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
            assertThat(answer.verdict().says().zh()).isNotBlank();
            assertThat(answer.verdict().says().en().contains("Not yet")).isEqualTo(label.equals("not-yet"));
            assertThat(answer.a().n()).isEqualTo(n1);
            assertThat(answer.b().n()).isEqualTo(n2);
            assertThat(answer.both()).isZero();
            assertThat(answer.findings()).hasSize(reason.equals("too-few") ? 0 : 1);
        }
    }

    /** Difference and interval of Newcombe's method 10, in R: prop.test's z and DescTools::BinomDiffCI(score). */
    @Test
    void primary_tellsDifferencePowerAndEvidence() throws IOException {
        try (Asking asking = arms(84, 240, 204, 240)) {
            Pilot.Answer answer = ask(asking, "aspect", "packaging");
            assertThat(answer.primary().a().value()).isCloseTo(0.35, within(1e-12));
            assertThat(answer.primary().b().value()).isCloseTo(0.85, within(1e-12));
            Difference difference = requireNonNull(answer.primary().difference());
            assertThat(difference.effect()).isCloseTo(0.5, within(1e-12));
            assertThat(difference.low()).isBetween(0.41, 0.43);
            assertThat(requireNonNull(answer.sampleRatio()).mismatch()).isFalse();
            PilotPower power = requireNonNull(answer.power());
            assertThat(power.relevant()).isEqualTo(0.1);
            assertThat(power.power()).isBetween(0.55, 0.65);
            assertThat(requireNonNull(power.detectable())).isBetween(0.11, 0.14);
            assertThat(power.neededPerArm()).isBetween(360L, 400L);
            assertThat(answer.b().evidence().quotes())
                    .hasSize(5)
                    .allSatisfy(quote -> assertThat(quote.text()).isEqualTo("包装好看"));
            assertThat(answer.verdict().says().zh())
                    .isEqualTo(
                            "B 更好：packaging正面率 A（variant:\"A\"）35.0%（n=240），B（variant:\"B\"）85.0%（n=240），相差 +50.0 个百分点，95% 区间 +42.0 至 +57.0，p<0.001。");
            assertThat(answer.secondary())
                    .extracting(PilotReading::measure)
                    .containsExactly("net", "mention", "positive", "net", "rating");
            assertThat(answer.guardrails())
                    .extracting(PilotReading::measure)
                    .containsExactly("complaint", "risk", "negative");
        }
    }

    @ParameterizedTest
    @EnumSource(PilotMeasure.class)
    void measure_worksInBothDirections(PilotMeasure measure) throws IOException {
        try (Asking asking = arms(20, 60, 50, 60)) {
            Pilot.Answer answer = ask(asking, "aspect", "packaging", "measure", measure.label());
            assertThat(answer.primary().measure()).isEqualTo(measure.label());
            if (measure == PilotMeasure.MENTION || measure == PilotMeasure.COMPLAINT || measure == PilotMeasure.RISK) {
                assertThat(answer.verdict().label()).isNotEqualTo(PilotVerdict.Label.BETTER);
            } else {
                assertThat(answer.verdict().label()).isEqualTo(PilotVerdict.Label.BETTER);
            }
        }
    }

    @Test
    void guardrailHurt_isNotYet() throws IOException {
        List<Sample> samples = new ArrayList<>();
        arm(samples, "A", 84, 240);
        arm(samples, "B", 204, 240);
        samples.subList(240, 280).replaceAll(sample -> sample.intent(IntentType.COMPLAINT));
        try (Asking asking = Asking.of(samples)) {
            Pilot.Answer answer = ask(asking, "aspect", "packaging");
            assertThat(answer.verdict().label()).isEqualTo(PilotVerdict.Label.NOT_YET);
            assertThat(answer.verdict().reasons()).containsExactly(PilotVerdict.Reason.GUARDRAIL);
            assertThat(answer.verdict().says().zh()).contains("投诉率");
            assertThat(answer.guardrails().getFirst().hurts()).isTrue();
        }
    }

    @Test
    void queries_areArmsToo_andWhatFitsBothIsInNeither() throws IOException {
        List<Sample> samples = new ArrayList<>();
        arm(samples, "A", 10, 50);
        for (int i = 0; i < 50; i++) {
            samples.set(i, samples.get(i).region(i < 20 ? "江苏" : "浙江").channel(i % 10 == 0 ? "jd" : "taobao"));
        }
        try (Asking asking = Asking.of(samples)) {
            Pilot.Answer answer = ask(asking, "a", "region:江苏", "b", "region:浙江 OR channel:jd");
            assertThat(answer.both()).isEqualTo(2);
            assertThat(answer.a().n()).isEqualTo(18);
            assertThat(answer.b().n()).isEqualTo(30);
            assertThat(answer.sampleRatio()).isNull();
            assertThat(ask(asking, "a", "region:江苏", "b", "region:浙江", "shareA", "90")
                            .verdict()
                            .reasons())
                    .contains(PilotVerdict.Reason.SAMPLE_RATIO);
        }
    }

    /** What rises everywhere isn't what was tried. */
    @Test
    void control_takesOffWhatChangedAnyway() throws IOException {
        List<Sample> samples = new ArrayList<>();
        int[][] good = {{60, 120}, {60, 120}};
        for (int when = 0; when < 2; when++) {
            for (int where = 0; where < 2; where++) {
                for (int i = 0; i < 200; i++) {
                    samples.add(Sample.review(samples.size())
                            .at(days(when * 30, when * 30 + 1).from().plusSeconds(i))
                            .region(where == 0 ? "安徽" : "江苏")
                            .variant(where == 0 ? "A" : "B")
                            .sentiment(i < good[where][when] ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
                }
            }
        }
        for (int i = 0; i < 200; i++)
            samples.add(Sample.review(samples.size()).at(days(40, 41).from()).region("四川"));
        try (Asking asking = Asking.of(samples)) {
            String[] before = {
                "a", "region:安徽", "b", "region:江苏", "beforeFrom", "2026-03-01", "beforeUntil", "2026-03-30"
            };
            Pilot.Answer answer = ask(asking, before);
            assertThat(requireNonNull(answer.controlB()).n()).isEqualTo(200);
            assertThat(requireNonNull(answer.primary().controlA()).value()).isCloseTo(0.3, within(1e-12));
            Difference difference = requireNonNull(answer.primary().difference());
            assertThat(difference.effect()).isCloseTo(0, within(1e-12));
            assertThat(answer.verdict().label()).isEqualTo(PilotVerdict.Label.NOT_YET);
            assertThat(answer.verdict().reasons()).containsExactly(PilotVerdict.Reason.UNDERPOWERED);
            assertThat(requireNonNull(answer.power()).power()).isBetween(0.2, 0.5);
            assertThat(answer.verdict().says().zh()).contains("扣除对照后");
            Pilot.Answer wide = ask(asking, with(before, "relevant", "20"));
            assertThat(wide.verdict().label()).isEqualTo(PilotVerdict.Label.NO_DIFFERENCE);
            Pilot.Answer controls =
                    ask(asking, "a", "region:安徽", "b", "region:江苏", "controlA", "region:四川", "controlB", "region:无");
            assertThat(controls.verdict().reasons()).containsExactly(PilotVerdict.Reason.TOO_FEW);
        }
    }

    /** The control stays, the pilot's region becomes better or worse, by each kind of measure. */
    @ParameterizedTest
    @CsvSource({
        "positive, 60, 140, better, 0.4",
        "positive, 140, 60, worse, -0.4",
        "net, 60, 140, better, 0.8",
        "net, 140, 60, worse, -0.8",
        "rating, 60, 140, better, 1.6",
        "rating, 140, 60, worse, -1.6"
    })
    void control_thatStays_leavesTheChangeItsSign(String measure, int before, int after, String label, double effect)
            throws IOException {
        List<Sample> samples = new ArrayList<>();
        int[][] good = {{100, 100}, {before, after}};
        for (int when = 0; when < 2; when++) {
            for (int where = 0; where < 2; where++) {
                for (int i = 0; i < 200; i++) {
                    boolean happy = i < good[where][when];
                    samples.add(Sample.review(samples.size())
                            .at(days(when * 30, when * 30 + 1).from().plusSeconds(i))
                            .region(where == 0 ? "安徽" : "江苏")
                            .rating(happy ? 5 : 1)
                            .sentiment(happy ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
                }
            }
        }
        try (Asking asking = Asking.of(samples)) {
            Pilot.Answer answer = ask(
                    asking,
                    "a",
                    "region:安徽",
                    "b",
                    "region:江苏",
                    "beforeFrom",
                    "2026-03-01",
                    "beforeUntil",
                    "2026-03-30",
                    "measure",
                    measure);
            assertThat(requireNonNull(answer.primary().difference()).effect()).isCloseTo(effect, within(1e-9));
            assertThat(answer.verdict().label().label()).isEqualTo(label);
        }
    }

    private static String[] with(String[] given, String... more) {
        List<String> both = new ArrayList<>(List.of(given));
        both.addAll(List.of(more));
        return both.toArray(String[]::new);
    }

    /** Two arms drawn alike: a verdict for either is a false one. */
    @Test
    void armsAlike_areRarelyToldApart() throws IOException {
        int told = 0;
        int guarded = 0;
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            List<Sample> samples = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                Sample sample = Sample.review(i)
                        .at(days(30, 31).from())
                        .variant(random.nextBoolean() ? "A" : "B")
                        .sentiment(random.nextInt(3) > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE);
                samples.add(random.nextInt(10) == 0 ? sample.intent(IntentType.COMPLAINT) : sample);
            }
            try (Asking asking = Asking.of(samples)) {
                PilotVerdict verdict = ask(asking).verdict();
                if (verdict.label() == PilotVerdict.Label.BETTER || verdict.label() == PilotVerdict.Label.WORSE) told++;
                if (verdict.reasons().contains(PilotVerdict.Reason.GUARDRAIL)) guarded++;
            }
        }
        System.out.println(
                "pilot: 50 pairs of equal arms, seeds 0 to 49, told apart: " + told + ", guarded: " + guarded);
        // 5 % of 50 are 2.5; more than 7 has a chance of 0.3 %
        assertThat(told).isLessThanOrEqualTo(7);
        assertThat(guarded).isLessThanOrEqualTo(5);
    }

    @Test
    void receipt_doesNotDependOnTheLayout() throws IOException {
        List<Sample> samples = new ArrayList<>();
        arm(samples, "A", 30, 60);
        arm(samples, "B", 40, 60);
        try (Asking one = Asking.of(samples);
                Asking other = Asking.of(samples.subList(0, 50))) {
            other.put(samples.subList(50, 120));
            assertThat(other.ask(question, all(days(30, 60))).receipt())
                    .isEqualTo(one.ask(question, all(days(30, 60))).receipt());
        }
    }

    @Test
    void badParameters_areNamed() throws IOException {
        try (Asking asking = Asking.of(List.of(Sample.review(1)))) {
            assertFault(asking, "belong together", "a", "region:江苏");
            assertFault(asking, "belong together", "controlB", "region:江苏");
            assertFault(asking, "do not match", "a", "甲) OR (乙", "b", "丙");
            assertFault(asking, "do not match", "a", "甲", "b", "\"丙");
            assertFault(asking, "mention needs", "measure", "mention");
            assertFault(asking, "must end before", "beforeFrom", "2026-04-05", "beforeUntil", "2026-04-20");
            assertFault(
                    asking,
                    "not both",
                    "controlA",
                    "x",
                    "controlB",
                    "y",
                    "beforeFrom",
                    "2026-03-01",
                    "beforeUntil",
                    "2026-03-10");
            assertFault(asking, "NOT", "a", "NOT", "b", "x");
        }
    }

    private void assertFault(Asking asking, String message, String... given) {
        assertThatThrownBy(() -> ask(asking, given))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(message.equals("NOT") ? "" : message);
    }
}
