package huisheng.analysis.noise;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.review.NoiseType;
import java.util.Set;

/** Flags texts that the system put in and texts typed to fill the box. */
public final class NoiseStage implements Stage {
    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED);
    }

    @Override
    public Layer adds() {
        return Layer.NOISE;
    }

    @Override
    public void annotate(Draft draft) {
        String text = draft.normalised;
        if (DefaultTexts.isDefault(text)) {
            draft.noise.add(NoiseType.DEFAULT);
        } else if (Filler.isFiller(text)) {
            draft.noise.add(NoiseType.FILLER);
        }
    }
}
