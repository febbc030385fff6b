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
            if (Absence.isRelief(opinion) && !isAsked(draft, opinion)) draft.sign = relieved(draft, opinion);
        }
    }

    /** 有没有异味 */
    private static boolean isAsked(Draft draft, Opinion opinion) {
        return opinion.start() > 0 && draft.request().text().charAt(opinion.start() - 1) == '有';
    }

    /** Takes back what the words of a fault and of its being missing pushed apart from one another. */
    private Sign relieved(Draft draft, Opinion absence) {
        int from = 0;
        while (draft.offsets.start(from) < absence.start()) from++;
        int until = from;
        double taken = 0;
        for (; until < draft.pushes.length && draft.offsets.end(until + 1) <= absence.end(); until++) {
            taken -= Math.min(0, draft.pushes[until]);
            draft.pushes[until] = Math.max(0, draft.pushes[until]);
        }
        double share = (double) (until - from) / draft.normalised.length();
        double whole = draft.sign.whole() + model.steepness() * taken + RELIEF * share;
        return new Sign(whole, relieved(draft, from, until), draft.sign.domain());
    }

    /** A clause that says more than this of something else keeps its own sound. */
    private static List<Double> relieved(Draft draft, int from, int until) {
        List<Double> clauses = new ArrayList<>(draft.sign.clauses());
        for (int c = 0; c < clauses.size(); c++) {
            Clause clause = draft.clauses.get(c);
            boolean holds = clause.start() <= from && until <= clause.end();
            if (holds && 2 * (until - from) >= clause.end() - clause.start())
                clauses.set(c, Math.max(clauses.get(c), RELIEF));
        }
        return clauses;
    }

    private static int likeliest(double[] shares) {
        int best = -1;
        for (int d = 0; d < shares.length; d++) {
            if (best < 0 || shares[d] > shares[best]) best = d;
        }
        return best;
    }
}
