package huisheng.analysis.english;

import huisheng.analysis.pack.RiskCue;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the dangers that a text announces; one that is denied, or was only feared, is none. */
final class RiskFinder {
    /** What is grave even where no known word tells how grave. */
    private static final Set<RiskType> GRAVE = EnumSet.of(
            RiskType.FOOD_SAFETY, RiskType.HEALTH, RiskType.PRODUCT_SAFETY, RiskType.REGULATOR, RiskType.LEGAL);

    private RiskFinder() {}

    /** "No bugs in it", "not a rash". */
    static boolean isDenied(EnglishText text, PhraseTable.Found<RiskCue> cue) {
        return text.isNegated(cue.first());
    }

    /** @param stance where that is praise, a phrase alone tells of no danger: "my lawyer loves it" */
    static List<Risk> in(Reading reading, SentimentLabel stance) {
        List<Risk> risks = new ArrayList<>();
        for (RiskType type : RiskType.values()) {
            if (reading.holds("risk:" + type.label())) {
                risks.add(risk(type, reading));
            } else if (stance != SentimentLabel.POSITIVE) {
                PhraseTable.Found<RiskCue> charge = gravest(type, reading.text(), reading.text().charges);
                if (charge != null) risks.add(risk(charge, reading.text()));
            }
        }
        return risks;
    }

    private static Risk risk(RiskType type, Reading reading) {
        EnglishText text = reading.text();
        PhraseTable.Found<RiskCue> gravest = gravest(type, text, text.risks);
        if (gravest != null) return risk(gravest, text);
        EnglishText.Stretch clause = reading.evidence("risk:" + type.label());
        return new Risk(type, GRAVE.contains(type) ? 1 : 2, text.start(clause), text.end(clause));
    }

    private static Risk risk(PhraseTable.Found<RiskCue> cue, EnglishText text) {
        int start = text.words.get(cue.first()).start();
        int end = text.words.get(cue.end() - 1).end();
        return new Risk(cue.value().type(), cue.value().severity(), start, end);
    }

    private static PhraseTable.@Nullable Found<RiskCue> gravest(
            RiskType type, EnglishText text, List<PhraseTable.Found<RiskCue>> cues) {
        PhraseTable.Found<RiskCue> gravest = null;
        for (PhraseTable.Found<RiskCue> cue : cues) {
            if (cue.value().type() != type || isDenied(text, cue)) continue;
            if (gravest == null || cue.value().severity() < gravest.value().severity()) gravest = cue;
        }
        return gravest;
    }
}
