package huisheng.insight;

import huisheng.index.ReviewIndex;
import huisheng.index.ReviewSnapshot;
import huisheng.index.Stop;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Receipt;
import huisheng.insight.ask.Wording;
import huisheng.review.Fault;
import huisheng.review.Labelled;
import huisheng.review.Period;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a measure became better once something was done: the same reviews before and after it, and with a control the
 * difference in differences. Judged as a pilot is, with what was before as arm A.
 */
public final class BeforeAfter {
    /** The least change worth acting on: five points of a share, 0.05 of a net or of a star. */
    private static final double RELEVANT = 0.05;

    private final ReviewIndex index;
    private final UnaryOperator<String> aspectName;

    public BeforeAfter(ReviewIndex index, UnaryOperator<String> aspectName) {
        this.index = index;
        this.aspectName = aspectName;
    }

    /**
     * What is asked.
     *
     * @param measure label of a measure of pilots
     * @param aspect blank for the whole reviews
     * @param control null for none; it may share no review with {@code treated}
     */
    public record Wanted(
            String measure,
            String aspect,
            Selection treated,
            @Nullable Selection control,
            Period before,
            Period after) {
        /** @throws Fault where there is no such measure, or not of an aspect, or the periods overlap */
        public Wanted {
            check(measure, aspect);
            if (before.until().isAfter(after.from())) {
                throw new Fault("前一时段要在后一时段开始前结束", "the first period must end before the second starts");
            }
        }

        PilotReading.Wanted reading() {
            return new PilotReading.Wanted(Labelled.of(PilotMeasure.class, measure), aspect);
        }
    }

    /** @throws Fault where there is no such measure, or not of an aspect, or of no review as a whole */
    public static void check(String measure, String aspect) {
        PilotMeasure wanted = Labelled.of(PilotMeasure.class, measure);
        if (!aspect.isBlank() && !wanted.ofAspect()) {
            throw new Fault(measure + " 不能只看一个方面", measure + " cannot be read of one aspect");
        }
        if (aspect.isBlank() && wanted == PilotMeasure.MENTION) {
            throw new Fault("mention 需要 aspect", "mention needs an aspect");
        }
    }

    /**
     * What it came to.
     *
     * @param label of after against before
     * @param reasons why it can't be told yet; empty for any other label
     * @param reading {@code a} before, {@code b} after, {@code controlA} and {@code controlB} alike
     * @param neededPerPeriod reviews with which a change worth acting on is found with a chance of 80 %; null where that
     *     can't be told
     */
    public record Effect(
            PilotVerdict.Label label,
            List<PilotVerdict.Reason> reasons,
            Wording says,
            Period before,
            Period after,
            PilotReading reading,
            @Nullable Long neededPerPeriod,
            Evidence evidenceBefore,
            Evidence evidenceAfter,
            Receipt receipt) {
        public Effect {
            reasons = List.copyOf(reasons);
        }
    }

    /** Blocks. @throws huisheng.index.Stopped where {@code stop} asked for it */
    public Effect ask(Wanted wanted, Stop stop) throws IOException {
        try (ReviewSnapshot now = index.snapshot(stop)) {
            return effect(wanted, arms(wanted, now), now);
        }
    }

    private Effect effect(Wanted wanted, PilotArms arms, ReviewSnapshot now) throws IOException {
        PilotReading.Wanted measured = wanted.reading();
        PilotReading reading = PilotReading.of(arms, List.of(measured)).getFirst();
        PilotPower power = power(measured, arms, reading);
        PilotVerdict verdict = PilotVerdict.of(measured, "", reading, List.of(), arms, power, RELEVANT);
        String aspect = measured.ofAspect() ? aspectName.apply(wanted.aspect()) : "";
        Map<String, Object> asked = asked(wanted);
        return new Effect(
                verdict.label(),
                verdict.reasons(),
                new EffectSentence(measured, aspect, reading, power).of(verdict),
                wanted.before(),
                wanted.after(),
                reading,
                power == null ? null : power.neededPerArm(),
                arms.a().evidence(now, measured.measure(), measured.aspect()),
                arms.b().evidence(now, measured.measure(), measured.aspect()),
                Receipt.of(arms.b().selection(), asked, reading, now));
    }

    private static PilotArms arms(Wanted wanted, ReviewSnapshot now) throws IOException {
        Selection control = wanted.control();
        return new PilotArms(
                arm(now, wanted, wanted.treated(), wanted.before()),
                arm(now, wanted, wanted.treated(), wanted.after()),
                control == null ? null : arm(now, wanted, control, wanted.before()),
                control == null ? null : arm(now, wanted, control, wanted.after()),
                0,
                null);
    }

    private static PilotArm arm(ReviewSnapshot now, Wanted wanted, Selection selection, Period period)
            throws IOException {
        Selection during = selection.during(period);
        return PilotArm.of(now, during.filter().query(), during, wanted.aspect());
    }

    private static @Nullable PilotPower power(PilotReading.Wanted measured, PilotArms arms, PilotReading reading) {
        Measured before = measured.of(arms.a());
        Measured after = measured.of(arms.b());
        if (arms.controlA() == null) return PilotPower.of(before, after, RELEVANT, measured.measure().better);
        Difference difference = reading.difference();
        return difference == null ? null : PilotPower.of(difference, Math.min(before.n(), after.n()), RELEVANT);
    }

    private static Map<String, Object> asked(Wanted wanted) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("question", "before-after");
        asked.put("measure", wanted.measure());
        asked.put("aspect", wanted.aspect());
        asked.put("treated", wanted.treated().filter());
        Selection control = wanted.control();
        if (control != null) asked.put("control", control.filter());
        asked.put("before", wanted.before());
        asked.put("after", wanted.after());
        return asked;
    }
}
