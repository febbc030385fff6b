package huisheng.analysis.label;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.model.HeadModel;
import java.util.Set;

/** Scores every label of the text at once; the stages of intent, risk and so on tell what follows from the scores. */
public final class LabelStage implements Stage {
    /** The head that corrects the sign model where it errs; the last one of the model. */
    public static final String SIGN = "sign";

    /** Whether the text is like those that the sign model knows from star ratings. */
    public static final String STARS = "stars";

    private final HeadModel model;

    public LabelStage(HeadModel model) {
        this.model = model;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.FEATURES, Layer.SIGN, Layer.OPINIONS, Layer.RISK_CUES);
    }

    @Override
    public Layer adds() {
        return Layer.LABELS;
    }

    @Override
    public void annotate(Draft draft) {
        Signals.addTo(draft.features, draft);
        draft.labels = new LabelScores(model, draft.features);
    }
}
