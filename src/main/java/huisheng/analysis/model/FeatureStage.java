package huisheng.analysis.model;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import java.util.Set;

/** Reads the features of the text and of each clause once, for all the models after it. */
public final class FeatureStage implements Stage {
    private final Grams grams;

    /** @param vocabulary of the models that read the features by their places */
    public FeatureStage(WordClusters clusters, KeyIndex vocabulary) {
        this.grams = new Grams(clusters, vocabulary);
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.TOKENS, Layer.CLAUSES);
    }

    @Override
    public Layer adds() {
        return Layer.FEATURES;
    }

    @Override
    public void annotate(Draft draft) {
        draft.folded = Grams.fold(draft.normalised);
        Grams.Read read = grams.of(draft.folded, draft.tokens, draft.clauses);
        draft.features = read.whole();
        draft.clauseFeatures = read.clauses();
    }
}
