package huisheng.analysis.noise;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelNames;
import huisheng.review.NoiseType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Flags texts that the system put in, texts typed to fill the box, praise by set phrases and adverts. Rules know the
 * platforms' own texts and signs typed at random; the rest is told by the model of labels.
 */
public final class NoiseStage implements Stage {
    private static final LabelNames<NoiseType> LABELS = LabelNames.of("noise:", NoiseType.class);
    private static final Set<NoiseType> LEARNED =
            EnumSet.of(NoiseType.DEFAULT, NoiseType.FILLER, NoiseType.TEMPLATE, NoiseType.ADVERT);

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED, Layer.LABELS);
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
        } else {
            for (NoiseType type : LEARNED) {
                if (draft.labels.holds(LABELS.of(type))) draft.noise.add(type);
            }
        }
    }
}
