package huisheng.analysis.english;

import huisheng.analysis.pack.RiskCue;
import huisheng.review.Risk;
import huisheng.review.RiskType;
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

    static List<Risk> in(Reading reading) {
        List<Risk> risks = new ArrayList<>();
        for (RiskType type : RiskType.values()) {
            if (reading.holds("risk:" + type.label())) risks.add(risk(type, reading));
        }
        return risks;
    }

    private static Risk risk(RiskType type, Reading reading) {
        PhraseTable.Found<RiskCue> gravest = gravest(type, reading.text());
        EnglishText text = reading.text();
        if (gravest != null) {
            int start = text.words.get(gravest.first()).start();
            int end = text.words.get(gravest.end() - 1).end();
            return new Risk(type, gravest.value().severity(), start, end);
        }
        EnglishText.Stretch clause = reading.evidence("risk:" + type.label());
        return new Risk(type, GRAVE.contains(type) ? 1 : 2, text.start(clause), text.end(clause));
    }

    private static PhraseTable.@Nullable Found<RiskCue> gravest(RiskType type, EnglishText text) {
        PhraseTable.Found<RiskCue> gravest = null;
        for (PhraseTable.Found<RiskCue> cue : text.risks) {
            if (cue.value().type() != type || isDenied(text, cue)) continue;
            if (gravest == null || cue.value().severity() < gravest.value().severity()) gravest = cue;
        }
        return gravest;
    }
}
