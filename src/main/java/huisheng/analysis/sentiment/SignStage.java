package huisheng.analysis.sentiment;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.FeaturePart;
import huisheng.analysis.model.HeadReading;
import huisheng.analysis.opinion.Absence;
import huisheng.review.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the sign of the text and of each clause, and which words pushed it. */
public final class SignStage implements Stage {
    /** How positive a clause sounds that tells of a fault that is missing, in logits. */
    private static final double RELIEF = 1.5;

    private final Domains domains;
    private final SentimentModel model;

    public SignStage(Domains domains, SentimentModel model) {
        this.domains = domains;
        this.model = model;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.FEATURES, Layer.OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.SIGN;
    }

    @Override
    public void annotate(Draft draft) {
        Signals.addOpinions(draft.features, draft.opinions);
        double[] shares = domains.shares(draft.features);
        HeadReading reading = model.read(draft.features, shares);
        List<Double> clauses = new ArrayList<>(draft.clauses.size());
        for (FeaturePart clause : draft.clauseFeatures) clauses.add(model.logit(reading.margin(clause)));
        draft.sign = new Sign(model.logit(reading.margin()), clauses, likeliest(shares));
        draft.pushes = reading.contributions(draft.normalised.length());
        for (Opinion opinion : draft.opinions) {
            if (Absence.isRelief(opinion)) draft.sign = relieved(draft, opinion);
        }
    }

    /** Takes back what the words of a fault and of its being missing pushed apart from one another. */
    private Sign relieved(Draft draft, Opinion absence) {
        double whole = draft.sign.whole();
        List<Double> clauses = new ArrayList<>(draft.sign.clauses());
        for (int c = 0; c < clauses.size(); c++) {
            Clause clause = draft.clauses.get(c);
            if (draft.offsets.start(clause.start()) > absence.start()
                    || draft.offsets.end(clause.end()) < absence.end()) continue;
            double share = (double) (clause.end() - clause.start()) / draft.normalised.length();
            double taken = 0;
            for (int i = clause.start(); i < clause.end(); i++) {
                taken += Math.min(0, draft.pushes[i]);
                draft.pushes[i] = Math.max(0, draft.pushes[i]);
            }
            whole += model.steepness() * -taken + RELIEF * share;
            clauses.set(c, Math.max(clauses.get(c), RELIEF));
        }
        return new Sign(whole, clauses, draft.sign.domain());
    }

    private static int likeliest(double[] shares) {
        int best = -1;
        for (int d = 0; d < shares.length; d++) {
            if (best < 0 || shares[d] > shares[best]) best = d;
        }
        return best;
    }
}
