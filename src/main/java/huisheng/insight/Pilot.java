package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Parameter;
import huisheng.insight.ask.Question;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.SampleRatio;
import huisheng.review.Fault;
import huisheng.review.Period;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Did the pilot work? Two arms against each other, by label, by texts, or against a control. */
public final class Pilot implements Question {
    static final Parameter<String> A = Parameter.text(
            "a",
            new Wording(
                    "A 组的检索语句；a、b 都不给时取评论最多的两个版本标记",
                    "query of arm A; without a and b the two variant labels with the most reviews"));
    static final Parameter<String> B = Parameter.text("b", new Wording("B 组的检索语句", "query of arm B"));
    static final Parameter<PilotMeasure> MEASURE = Parameter.label(
            "measure", PilotMeasure.class, PilotMeasure.POSITIVE, new Wording("主要指标", "the primary measure"));
    static final Parameter<String> ASPECT = Parameter.text(
            "aspect",
            new Wording(
                    "方面的编号：主要指标只看对它的评价；mention 必须给",
                    "an aspect's id: the primary measure reads the opinions on it alone; mention needs it"));
    static final Parameter<Integer> RELEVANT = Parameter.integer(
            "relevant",
            1,
            100,
            10,
            new Wording(
                    "值得行动的最小差别，以百分之一计（占比、净情感或星）",
                    "the least difference worth acting on, in hundredths of a share, of net sentiment or of a star"));
    static final Parameter<Integer> SHARE_A = Parameter.integer(
            "shareA",
            0,
            99,
            0,
            new Wording(
                    "A 组应占两组评论的百分之几；0：版本标记按一半，检索语句不检查",
                    "percent of the reviews that A should have; 0: half where arms are labels, unchecked where they are"
                            + " queries"));
    static final Parameter<String> CONTROL_A = Parameter.text(
            "controlA", new Wording("没有试行之处与 A 对应的检索语句", "query of A's counterpart where nothing was tried"));
    static final Parameter<String> CONTROL_B = Parameter.text(
            "controlB", new Wording("没有试行之处与 B 对应的检索语句", "query of B's counterpart where nothing was tried"));
    static final Parameter<Optional<Period>> BEFORE = Parameter.period(
            "beforeFrom",
            "beforeUntil",
            new Wording(
                    "试行之前的时段：A 为对照地区，B 为试行地区，比较两者变化之差",
                    "a stretch before the pilot: with A as control and B as treated, their changes are compared"));

    /**
     * @param both reviews that fit both queries: they are in neither arm
     * @param sampleRatio null where it isn't known how many reviews each should have
     * @param power null where the measure doesn't vary or a figure is insufficient
     */
    public record Answer(
            Arm a,
            Arm b,
            @Nullable Arm controlA,
            @Nullable Arm controlB,
            long both,
            PilotVerdict verdict,
            PilotReading primary,
            @Nullable PilotPower power,
            @Nullable SampleRatio sampleRatio,
            List<PilotReading> secondary,
            List<PilotReading> guardrails)
            implements huisheng.insight.ask.Answer, Limited {
        public Answer {
            secondary = List.copyOf(secondary);
            guardrails = List.copyOf(guardrails);
        }

        @Override
        public @Nullable Insufficient insufficient() {
            boolean few = verdict.reasons().contains(PilotVerdict.Reason.TOO_FEW);
            return few ? new Insufficient(Math.min(a.n, b.n), Insufficient.MINIMUM) : null;
        }

        @Override
        public List<Finding> findings() {
            if (verdict.reasons().contains(PilotVerdict.Reason.TOO_FEW)) return List.of();
            return List.of(new Finding(verdict.says(), b.evidence));
        }
    }

    /** @param n all reviews of the arm, {@code evidence} those behind the primary measure */
    public record Arm(String query, long n, Evidence evidence) {}

    @Override
    public String name() {
        return "pilot";
    }

    @Override
    public Wording asks() {
        return new Wording("试点有没有效果，现在能下结论吗？", "Did the pilot work, and can that be told yet?");
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(A, B, MEASURE, ASPECT, RELEVANT, SHARE_A, CONTROL_A, CONTROL_B, BEFORE);
    }

    @Override
    public Map<String, String> example() {
        return Map.of("product", "YL-500", "region", "江苏,浙江", "aspect", "packaging");
    }

    @Override
    public Duration window() {
        return Duration.ofDays(90);
    }

    @Override
    public Answer answer(Asked asked, ReviewSnapshot now) throws IOException {
        PilotReading.Wanted wanted = wanted(asked);
        PilotArms arms = PilotDesign.of(asked, now);
        double relevant = asked.get(RELEVANT) / 100.0;
        PilotReading primary = PilotReading.of(arms, List.of(wanted)).getFirst();
        List<PilotReading> guardrails = PilotReading.of(arms, PilotDesign.guardrails(wanted));
        PilotPower power = power(arms, wanted, primary, relevant);
        String aspectName = wanted.ofAspect() ? asked.aspectName(wanted.aspect()) : "";
        return new Answer(
                arm(now, arms.a(), wanted),
                arm(now, arms.b(), wanted),
                arms.controlA() == null ? null : arm(now, arms.controlA(), wanted),
                arms.controlB() == null ? null : arm(now, arms.controlB(), wanted),
                arms.both(),
                PilotVerdict.of(wanted, aspectName, primary, guardrails, arms, power, relevant),
                primary,
                power,
                arms.ratio(),
                PilotReading.of(arms, PilotDesign.secondary(wanted, asked.get(ASPECT))),
                guardrails);
    }

    private static PilotReading.Wanted wanted(Asked asked) {
        PilotMeasure measure = asked.get(MEASURE);
        String aspect = asked.get(ASPECT);
        if (measure == PilotMeasure.MENTION && aspect.isBlank()) {
            throw new Fault("mention 需要 aspect", "mention needs an aspect");
        }
        return new PilotReading.Wanted(measure, measure.ofAspect() ? aspect : "");
    }

    private static @Nullable PilotPower power(
            PilotArms arms, PilotReading.Wanted wanted, PilotReading primary, double relevant) {
        Measured a = wanted.of(arms.a());
        Measured b = wanted.of(arms.b());
        if (arms.controlA() == null) return PilotPower.of(a, b, relevant, wanted.measure().better);
        Difference difference = primary.difference();
        return difference == null ? null : PilotPower.of(difference, Math.min(a.n(), b.n()), relevant);
    }

    private static Arm arm(ReviewSnapshot now, PilotArm arm, PilotReading.Wanted wanted) throws IOException {
        return new Arm(arm.query(), arm.all().n(), arm.evidence(now, wanted.measure(), wanted.aspect()));
    }
}
