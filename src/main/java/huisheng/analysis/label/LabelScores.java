package huisheng.analysis.label;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;

/** Probability of every label, and which part of the text speaks for it. */
public final class LabelScores {
    /** Of a text that was not read. */
    public static final LabelScores NONE =
            new LabelScores(HeadModel.of(java.util.List.of(), new int[0], new byte[0]), new FeatureSet(0));

    private static final int SHORTEST = 2;

    private final HeadModel model;
    private final FeatureSet features;
    private final double[] margins;
    private final double[] probabilities;

    LabelScores(HeadModel model, FeatureSet features) {
        this.model = model;
        this.features = features;
        this.margins = model.margins(features);
        this.probabilities = new double[margins.length];
        for (int h = 0; h < margins.length; h++)
            probabilities[h] = model.heads().get(h).probability(margins[h]);
    }

    /** 0 for a label that the model does not know. */
    public double probability(String label) {
        int head = model.head(label);
        return head < 0 ? 0 : probabilities[head];
    }

    /** Log-odds of a label whose margin counts beside another one. */
    public double logOdds(String label, double share, double beside) {
        int head = model.head(label);
        if (head < 0) return beside;
        HeadModel.Head described = model.heads().get(head);
        return described.slope() * (margins[head] * share + beside) + described.offset();
    }

    /** Whether the label's probability passes the threshold that training found for it. */
    public boolean holds(String label) {
        int head = model.head(label);
        return head >= 0 && probabilities[head] >= model.heads().get(head).threshold();
    }

    /** Start and end, in the normalised text. */
    public record Stretch(int start, int end) {}

    /** The clause that speaks for a label most, without its silent ends. */
    public Stretch evidence(String label, Draft draft) {
        int length = draft.normalised.length();
        int head = model.head(label);
        if (head < 0 || draft.clauses.isEmpty()) return new Stretch(0, length);
        float[] pushes = model.contributions(head, features, length);
        Clause best = draft.clauses.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Clause clause : draft.clauses) {
            double sum = 0;
            for (int i = clause.start(); i < clause.end(); i++) sum += Math.max(0, pushes[i]);
            if (sum > most) {
                most = sum;
                best = clause;
            }
        }
        return trimmed(best, pushes);
    }

    private static Stretch trimmed(Clause clause, float[] pushes) {
        int start = clause.start();
        int end = clause.end();
        while (end - start > SHORTEST && pushes[start] <= 0) start++;
        while (end - start > SHORTEST && pushes[end - 1] <= 0) end--;
        return new Stretch(start, end);
    }
}
