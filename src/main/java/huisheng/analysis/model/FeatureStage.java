package huisheng.analysis.model;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the features of the text and of each clause once, for all the models after it. */
public final class FeatureStage implements Stage {
    private final Grams grams;

    public FeatureStage(WordClusters clusters) {
        this.grams = new Grams(clusters);
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
        char[] folded = Grams.fold(draft.normalised);
        draft.folded = folded;
        draft.features = grams.of(folded, 0, folded.length, draft.tokens, 0, draft.tokens.size());
        if (draft.clauses.size() == 1) {
            draft.clauseFeatures = List.of(draft.features);
            return;
        }
        List<FeatureSet> clauses = new ArrayList<>(draft.clauses.size());
        for (Clause clause : draft.clauses) {
            clauses.add(grams.of(
                    folded, clause.start(), clause.end(), draft.tokens, clause.firstToken(), clause.endToken()));
        }
        draft.clauseFeatures = List.copyOf(clauses);
    }
}
