package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.analysis.model.Tagger;
import huisheng.review.Comparison;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who the product is compared with, in what, and how it fares. */
public final class ComparisonStage implements Stage {
    private static final String LABEL = "comparison";
    /** Most reviews compare with one, few with more than this. */
    private static final int MAX = 4;

    private final Tagger competitors;
    private final Rivals rivals;

    /** @param competitors finds the words for the other side; {@code rivals} knows the pack's competitors */
    public ComparisonStage(Tagger competitors, Rivals rivals) {
        this.competitors = competitors;
        this.rivals = rivals;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.FEATURES, Layer.LABELS, Layer.FINAL_OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.COMPARISONS;
    }

    @Override
    public void annotate(Draft draft) {
        if (!draft.labels.holds(LABEL)) return;
        List<Comparison> comparisons = new ArrayList<>();
        Outcome outcome = outcome(draft.labels);
        for (LabelScores.Stretch rival : rivals(draft)) {
            if (comparisons.size() < MAX) comparisons.add(comparison(draft, rival, outcome));
        }
        draft.comparisons = List.copyOf(comparisons);
    }

    private List<LabelScores.Stretch> rivals(Draft draft) {
        List<LabelScores.Stretch> found = new ArrayList<>();
        for (Tagger.Span span : competitors.find(draft)) found.add(new LabelScores.Stretch(span.start(), span.end()));
        if (found.isEmpty()) found.addAll(rivals.in(draft.normalised));
        if (found.isEmpty()) found.add(draft.labels.evidence(LABEL, draft));
        return found;
    }

    private static Outcome outcome(LabelScores labels) {
        Outcome best = Outcome.TIE;
        double most = -1;
        for (Outcome outcome : Outcome.values()) {
            double probability = labels.probability("outcome:" + outcome.label());
            if (probability > most) {
                most = probability;
                best = outcome;
            }
        }
        return best;
    }

    private static Comparison comparison(Draft draft, LabelScores.Stretch rival, Outcome outcome) {
        int from = draft.offsets.start(rival.start());
        int until = Math.max(from, draft.offsets.end(rival.end()));
        Clause clause = clause(draft, rival.start());
        int start = clause == null ? from : Math.min(from, draft.offsets.start(clause.start()));
        int end = clause == null ? until : Math.max(until, draft.offsets.end(clause.end()));
        String name = draft.request().text().substring(from, until);
        return new Comparison(name, aspect(draft, start, end), outcome, start, end);
    }

    private static @Nullable Clause clause(Draft draft, int at) {
        for (Clause clause : draft.clauses) {
            if (at >= clause.start() && at < clause.end()) return clause;
        }
        return null;
    }

    /** Of the opinion in the same clause, else of the first one. */
    private static @Nullable String aspect(Draft draft, int start, int end) {
        for (Opinion opinion : draft.opinions) {
            if (opinion.start() < end && opinion.end() > start) return opinion.aspect();
        }
        return draft.opinions.isEmpty() ? null : draft.opinions.getFirst().aspect();
    }
}
