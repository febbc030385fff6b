package huisheng.insight;

import huisheng.insight.ask.Wording;
import huisheng.review.Labelled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pilot came to.
 *
 * @param reasons why it can't be told yet; empty for any other label
 */
public record PilotVerdict(Label label, List<Reason> reasons, Wording says) {
    public PilotVerdict {
        reasons = List.copyOf(reasons);
    }

    /** Of B against A. */
    public enum Label implements Labelled {
        BETTER,
        WORSE,
        /** The interval lies within what is worth acting on. */
        NO_DIFFERENCE,
        NOT_YET
    }

    /** What stands against a verdict. */
    public enum Reason implements Labelled {
        /** A figure is made of fewer than five reviews. */
        TOO_FEW,
        /** The same, because the arms' queries fit the same reviews. */
        SAME_REVIEWS,
        /** The arms got other numbers of reviews than they should: they differ by more than what was tried. */
        SAMPLE_RATIO,
        /** Something that must not get worse did. */
        GUARDRAIL,
        /** Nothing was found, but what is worth acting on might have been missed. */
        UNDERPOWERED
    }

    static PilotVerdict of(
            PilotReading.Wanted wanted,
            String aspectName,
            PilotReading primary,
            List<PilotReading> guardrails,
            PilotArms arms,
            @Nullable PilotPower power,
            double relevant) {
        List<Reason> reasons = new ArrayList<>();
        Difference difference = primary.difference();
        boolean mismatch = arms.ratio() != null && arms.ratio().mismatch();
        boolean hurt = guardrails.stream().anyMatch(each -> Boolean.TRUE.equals(each.hurts()));
        Label label = difference == null ? Label.NOT_YET : label(primary, difference, relevant);
        if (difference == null) reasons.add(arms.both() > 0 ? Reason.SAME_REVIEWS : Reason.TOO_FEW);
        else if (label == Label.NOT_YET) reasons.add(Reason.UNDERPOWERED);
        if (mismatch) reasons.add(Reason.SAMPLE_RATIO);
        // a guardrail can't save what is worse anyway
        if (hurt && label != Label.WORSE) reasons.add(Reason.GUARDRAIL);
        Label said = reasons.isEmpty() ? label : Label.NOT_YET;
        PilotSentence sentence = new PilotSentence(wanted, aspectName, primary, guardrails, arms, power);
        return new PilotVerdict(said, reasons, sentence.of(said, reasons));
    }

    private static Label label(PilotReading primary, Difference difference, double relevant) {
        if (Boolean.TRUE.equals(primary.helps())) return Label.BETTER;
        if (Boolean.TRUE.equals(primary.hurts())) return Label.WORSE;
        boolean within = difference.low() > -relevant && difference.high() < relevant;
        return within ? Label.NO_DIFFERENCE : Label.NOT_YET;
    }
}
