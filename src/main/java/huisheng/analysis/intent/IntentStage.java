package huisheng.analysis.intent;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells the intents from their probabilities. Complaint and praise agree with the stance: flaws conceded in a positive
 * review are no complaint, good points conceded in a negative one no praise; who leaves or warns does not praise, who
 * comes back or recommends does not blame.
 */
public final class IntentStage implements Stage {
    private static final String OVERALL = "overall";
    private static final double SUPPORTED = 0.3;

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.SENTIMENT, Layer.FINAL_OPINIONS, Layer.NOISE);
    }

    @Override
    public Layer adds() {
        return Layer.INTENTS;
    }

    @Override
    public void annotate(Draft draft) {
        List<Intent> intents = new ArrayList<>();
        for (IntentType type : IntentType.values()) {
            if (!holds(type, draft)) continue;
            LabelScores.Stretch stretch = draft.labels.evidence(label(type), draft);
            int start = draft.offsets.start(stretch.start());
            intents.add(new Intent(type, start, Math.max(start, draft.offsets.end(stretch.end()))));
        }
        draft.intents = List.copyOf(intents);
    }

    private static boolean holds(IntentType type, Draft draft) {
        SentimentLabel stance = draft.sentiment.label();
        boolean blames = stance == SentimentLabel.NEGATIVE || stance == SentimentLabel.MIXED;
        boolean praises = stance == SentimentLabel.POSITIVE || stance == SentimentLabel.MIXED;
        return switch (type) {
            case COMPLAINT -> blames && isSupported(type, draft, names(draft, Polarity.NEGATIVE, OVERALL));
            case PRAISE -> praises && isSupported(type, draft, names(draft, Polarity.POSITIVE, ""));
            case REPURCHASE, RECOMMEND -> stance != SentimentLabel.NEGATIVE && draft.labels.holds(label(type));
            case CHURN, WARN_OTHERS -> stance != SentimentLabel.POSITIVE && draft.labels.holds(label(type));
            case SUGGESTION, INQUIRY -> draft.labels.holds(label(type));
        };
    }

    private static boolean isSupported(IntentType type, Draft draft, boolean opinion) {
        return draft.labels.holds(label(type)) || (opinion && draft.labels.probability(label(type)) >= SUPPORTED);
    }

    private static boolean names(Draft draft, Polarity polarity, String except) {
        for (Opinion opinion : draft.opinions) {
            if (opinion.polarity() == polarity && !opinion.aspect().equals(except)) return true;
        }
        return false;
    }

    private static String label(IntentType type) {
        return "intent:" + type.label();
    }
}
