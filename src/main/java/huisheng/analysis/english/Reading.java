package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import java.util.List;

/** All that the models say of one text. */
final class Reading {
    private final EnglishText text;
    private final Signs signs;
    private final List<Judgement> judgements;
    private final HeadModel labels;
    private final FeatureSet features;
    private final double[] probabilities;

    Reading(EnglishText text, Signs signs, List<Judgement> judgements, HeadModel labels) {
        this.text = text;
        this.signs = signs;
        this.judgements = judgements;
        this.labels = labels;
        this.features = LabelFeatures.of(text, signs, judgements);
        this.probabilities = labels.probabilities(features);
    }

    EnglishText text() {
        return text;
    }

    Signs signs() {
        return signs;
    }

    /** One a clause. */
    List<Judgement> judgements() {
        return judgements;
    }

    /** 0 for a label that the model does not know. */
    double probability(String label) {
        int head = labels.head(label);
        return head < 0 ? 0 : probabilities[head];
    }

    /** Whether the label passes the threshold that training found for it. */
    boolean holds(String label) {
        int head = labels.head(label);
        return head >= 0 && probabilities[head] >= labels.heads().get(head).threshold();
    }

    /** The clause that speaks for a label most. */
    EnglishText.Stretch evidence(String label) {
        int head = labels.head(label);
        EnglishText.Stretch best =
                text.clauses.isEmpty() ? new EnglishText.Stretch(0, text.words.size()) : text.clauses.getFirst();
        if (head < 0) return best;
        float[] pushes = labels.contributions(head, features, text.text.length());
        double most = Double.NEGATIVE_INFINITY;
        for (EnglishText.Stretch clause : text.clauses) {
            double sum = 0;
            for (int i = text.start(clause); i < text.end(clause); i++) sum += Math.max(0, pushes[i]);
            if (sum > most) {
                most = sum;
                best = clause;
            }
        }
        return best;
    }
}
