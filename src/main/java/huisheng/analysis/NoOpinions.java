package huisheng.analysis;

import java.util.Set;

/** Stands in where no pack is loaded: the sentiment then rests on the model alone. */
final class NoOpinions implements Stage {
    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.CLAUSES);
    }

    @Override
    public Layer adds() {
        return Layer.OPINIONS;
    }

    @Override
    public void annotate(Draft draft) {}
}
