package huisheng.analysis.risk;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.pack.Pack;
import java.util.List;
import java.util.Set;

/** Marks what has befallen somebody: where it is told, no praise beside it makes the text a good one. */
public final class PlightStage implements Stage {
    private final RiskCues words;

    public PlightStage(Pack pack) {
        this.words = new RiskCues(pack.lexicon().plights());
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.NORMALISED);
    }

    @Override
    public Layer adds() {
        return Layer.PLIGHTS;
    }

    @Override
    public void annotate(Draft draft) {
        List<RiskCues.Found> found = words.in(draft.normalised);
        if (found.isEmpty()) return;
        draft.plights = found.stream()
                .filter(word ->
                        !word.denied() && Telling.of(draft.normalised, word).isReal())
                .toList();
    }
}
