package huisheng.analysis.intent;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelNames;
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
 * Tells the intents from their probabilities. Complaint and praise follow from the stance: whoever is positive or
 * mixed praises, whoever is mixed or blames a named thing complains; flaws conceded in a positive review are no complaint,
 * good points conceded in a negative one no praise; who leaves or warns does not praise, who
 * comes back or recommends does not blame.
 */
public final class IntentStage implements Stage {
    private static final LabelNames<IntentType> LABELS = LabelNames.of("intent:", IntentType.class);
    private static final String OVERALL = "overall";
    private static final double SURE = 0.9;

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.SENTIMENT, Layer.FINAL_OPINIONS);
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
            LabelScores.Stretch stretch = evidence(type, draft);
            int start = draft.offsets.start(stretch.start());
            intents.add(new Intent(type, start, Math.max(start, draft.offsets.end(stretch.end()))));
        }
        draft.intents = List.copyOf(intents);
    }

    /** A complaint lies in the clause that sounds worst, praise in the best one: the whole text's label knows no sides. */
    private static LabelScores.Stretch evidence(IntentType type, Draft draft) {
        int side = type == IntentType.PRAISE ? 1 : type == IntentType.COMPLAINT ? -1 : 0;
        if (side == 0 || draft.clauses.isEmpty()) return draft.labels.evidence(label(type), draft);
        int most = 0;
        for (int c = 1; c < draft.clauses.size(); c++) {
            if (side * weight(draft, c) > side * weight(draft, most)) most = c;
        }
        Clause clause = draft.clauses.get(most);
        return new LabelScores.Stretch(clause.start(), clause.end());
    }

    /** How positive a clause is: opinions tell it before the sound of its words does. */
    private static double weight(Draft draft, int number) {
        Clause clause = draft.clauses.get(number);
        int from = draft.offsets.start(clause.start());
        int until = draft.offsets.end(clause.end());
        double weight = Math.tanh(draft.sign.clauses().get(number)) / 2;
        for (Opinion opinion : draft.opinions) {
            if (opinion.start() < until && opinion.end() > from) weight += opinion.score();
        }
        return weight;
    }

    private static boolean holds(IntentType type, Draft draft) {
        SentimentLabel stance = draft.sentiment.label();
        boolean blames = stance == SentimentLabel.NEGATIVE || stance == SentimentLabel.MIXED;
        boolean praises = stance == SentimentLabel.POSITIVE || stance == SentimentLabel.MIXED;
        return switch (type) {
            case COMPLAINT -> blames && blamesSomething(draft);
            case PRAISE -> praises;
            case REPURCHASE, RECOMMEND -> stance != SentimentLabel.NEGATIVE && draft.labels.holds(label(type));
            case CHURN, WARN_OTHERS -> stance != SentimentLabel.POSITIVE && draft.labels.holds(label(type));
            case SUGGESTION, INQUIRY -> draft.labels.holds(label(type));
        };
    }

    /** Blame of a named thing is a complaint; blame of nothing in particular only where the words leave little doubt. */
    private static boolean blamesSomething(Draft draft) {
        if (draft.sentiment.label() == SentimentLabel.MIXED) return true;
        boolean vague = false;
        for (Opinion opinion : draft.opinions) {
            if (opinion.polarity() != Polarity.NEGATIVE) continue;
            if (!opinion.aspect().equals(OVERALL)) return true;
            vague = true;
        }
        String complaint = label(IntentType.COMPLAINT);
        return draft.labels.holds(complaint) && (!vague || draft.labels.probability(complaint) >= SURE);
    }

    private static String label(IntentType type) {
        return LABELS.of(type);
    }
}
