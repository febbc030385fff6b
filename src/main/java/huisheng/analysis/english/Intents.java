package huisheng.analysis.english;

import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.Risk;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the intents. Complaint and praise follow from stance and opinions, the others from their probabilities. */
final class Intents {
    private static final Set<RiskType> THREATS =
            EnumSet.of(RiskType.REGULATOR, RiskType.LEGAL, RiskType.EXPOSURE, RiskType.PLATFORM_COMPLAINT);

    private Intents() {}

    static List<Intent> in(Reading reading, SentimentLabel stance, List<Opinion> opinions, List<Risk> risks) {
        List<Intent> intents = new ArrayList<>();
        for (IntentType type : IntentType.values()) {
            Intent intent = switch (type) {
                case COMPLAINT -> complaint(stance, opinions, risks);
                case PRAISE -> praise(stance, opinions);
                default -> learned(reading, type);
            };
            if (intent != null) intents.add(intent);
        }
        return intents;
    }

    /** A flaw conceded in a positive review is none. */
    private static @Nullable Intent complaint(SentimentLabel stance, List<Opinion> opinions, List<Risk> risks) {
        if (stance != SentimentLabel.NEGATIVE && stance != SentimentLabel.MIXED) return null;
        for (Opinion opinion : opinions) {
            if (opinion.polarity() == Polarity.NEGATIVE && !opinion.aspect().equals("overall")) {
                return new Intent(IntentType.COMPLAINT, opinion.start(), opinion.end());
            }
        }
        for (Risk risk : risks) {
            if (THREATS.contains(risk.type())) return new Intent(IntentType.COMPLAINT, risk.start(), risk.end());
        }
        return null;
    }

    private static @Nullable Intent praise(SentimentLabel stance, List<Opinion> opinions) {
        if (stance != SentimentLabel.POSITIVE && stance != SentimentLabel.MIXED) return null;
        for (Opinion opinion : opinions) {
            if (opinion.polarity() == Polarity.POSITIVE) {
                return new Intent(IntentType.PRAISE, opinion.start(), opinion.end());
            }
        }
        return null;
    }

    private static @Nullable Intent learned(Reading reading, IntentType type) {
        String label = "intent:" + type.label();
        if (!reading.holds(label)) return null;
        EnglishText.Stretch clause = Opinions.trimmed(reading.text(), reading.evidence(label));
        return new Intent(type, reading.text().start(clause), reading.text().end(clause));
    }
}
