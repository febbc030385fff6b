package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces the lexicon's reading by the learned one for packs that have a model. Where both tell the same of an aspect
 * the lexicon's opinions stay, as they name the words; else the opinion is the stretch that speaks for it.
 */
public final class AspectStage implements Stage {
    private static final Polarity[] POLARITIES = {Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL};
    /** From this probability on a second polarity of the same aspect is told too. */
    private static final double BOTH = 0.5;

    /** Of the aspect and its polarity together; less likely ones err more often than they are right. */
    private static final double PAIR = 0.25;

    private static final int SHORTEST = 2;

    private final AspectModel model;
    private final Map<String, Aspect> byName = new HashMap<>();

    /** @throws IllegalArgumentException where the model tells an aspect that the pack does not have */
    public AspectStage(AspectModel model, Pack pack) {
        this.model = model;
        for (Aspect aspect : pack.aspects().values()) byName.put(aspect.name(), aspect);
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.FINAL_OPINIONS;
    }

    @Override
    public void annotate(Draft draft) {
        List<Opinion> learned = new ArrayList<>();
        for (AspectModel.Found found : model.aspects(draft)) {
            Aspect aspect = byName.get(found.aspect());
            if (aspect != null) tell(draft, found, aspect, learned);
        }
        learned.sort(Comparator.comparingInt(Opinion::start));
        draft.opinions.clear();
        draft.opinions.addAll(learned);
    }

    private void tell(Draft draft, AspectModel.Found found, Aspect aspect, List<Opinion> learned) {
        double[] probabilities = model.polarities(draft, found, aspect.id());
        int best = 0;
        for (int p = 1; p < probabilities.length; p++) if (probabilities[p] > probabilities[best]) best = p;
        for (int p = 0; p < probabilities.length; p++) {
            boolean sure = found.probability() * probabilities[p] >= PAIR;
            if (sure && (p == best || probabilities[p] >= BOTH)) tell(draft, found, aspect, POLARITIES[p], learned);
        }
    }

    private void tell(Draft draft, AspectModel.Found found, Aspect aspect, Polarity polarity, List<Opinion> learned) {
        List<Opinion> same = draft.opinions.stream()
                .filter(o -> o.aspect().equals(aspect.id()) && o.polarity() == polarity)
                .toList();
        learned.addAll(same.isEmpty() ? List.of(stretch(draft, found, aspect, polarity)) : same);
    }

    private Opinion stretch(Draft draft, AspectModel.Found found, Aspect aspect, Polarity polarity) {
        Clause clause = draft.clauses.get(found.clause());
        float[] pushes = model.pushes(draft, found);
        int start = clause.start();
        int end = clause.end();
        while (end - start > SHORTEST && pushes[start] <= 0) start++;
        while (end - start > SHORTEST && pushes[end - 1] <= 0) end--;
        int from = draft.offsets.start(start);
        int until = Math.max(from, draft.offsets.end(end));
        String words = draft.request().text().substring(from, until);
        double score = sign(polarity) * found.probability();
        boolean implicit = draft.opinions.stream().noneMatch(o -> o.start() < until && o.end() > from);
        return new Opinion(aspect.id(), aspect.name(), null, words, polarity, score, from, until, implicit);
    }

    private static int sign(Polarity polarity) {
        return switch (polarity) {
            case POSITIVE -> 1;
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
        };
    }
}
