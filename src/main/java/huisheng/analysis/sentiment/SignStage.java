package huisheng.analysis.sentiment;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.Signals;
import huisheng.analysis.model.FeaturePart;
import huisheng.analysis.model.HeadReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the sign of the text and of each clause, and which words pushed it. */
public final class SignStage implements Stage {
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
        Relief.ease(draft, model.steepness());
    }

    private static int likeliest(double[] shares) {
        int best = -1;
        for (int d = 0; d < shares.length; d++) {
            if (best < 0 || shares[d] > shares[best]) best = d;
        }
        return best;
    }
}
