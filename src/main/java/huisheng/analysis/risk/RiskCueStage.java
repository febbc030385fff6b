package huisheng.analysis.risk;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.pack.Pack;
import java.util.Set;

/** Marks the words that point at dangers, for the models that weigh them. */
public final class RiskCueStage implements Stage {
    private final RiskCues cues;

    public RiskCueStage(Pack pack) {
        this.cues = new RiskCues(pack.lexicon().risks());
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED);
    }

    @Override
    public Layer adds() {
        return Layer.RISK_CUES;
    }

    @Override
    public void annotate(Draft draft) {
        draft.riskCues = cues.in(draft.normalised);
    }
}
