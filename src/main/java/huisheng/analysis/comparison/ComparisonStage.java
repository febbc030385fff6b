package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.analysis.model.Tagger;
import huisheng.review.Comparison;
import huisheng.review.IntentType;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.HashSet;
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
        return Set.of(Layer.FEATURES, Layer.LABELS, Layer.FINAL_OPINIONS, Layer.SENTIMENT, Layer.INTENTS);
    }

    @Override
    public Layer adds() {
        return Layer.COMPARISONS;
    }

    @Override
    public void annotate(Draft draft) {
        if (onlyAsks(draft)) return;
        boolean compares = draft.labels.holds(LABEL);
        List<LabelScores.Stretch> found = compares ? rivals(draft) : rivals.compared(draft.normalised);
        List<Comparison> comparisons = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (LabelScores.Stretch rival : found) {
            LabelScores.Stretch name = Rivals.trimmed(draft.normalised, rival);
            if (comparisons.size() < MAX && told.add(draft.normalised.substring(name.start(), name.end()))) {
                comparisons.add(comparison(draft, name, next(draft, found, rival)));
            }
        }
        draft.comparisons = List.copyOf(comparisons);
    }

    /** Who asks how it fares against another has not compared yet. */
    private static boolean onlyAsks(Draft draft) {
        return draft.sentiment.label() == SentimentLabel.NEUTRAL
                && draft.intents.stream().anyMatch(intent -> intent.type() == IntentType.INQUIRY);
    }

    /** The pack's names before what the tagger finds: it cuts names that it does not know. */
    private List<LabelScores.Stretch> rivals(Draft draft) {
        List<LabelScores.Stretch> found = new ArrayList<>(rivals.named(draft.normalised));
        int named = found.size();
        for (Tagger.Span span : competitors.find(draft)) {
            if (found.subList(0, named).stream().noneMatch(n -> n.start() < span.end() && n.end() > span.start()))
                found.add(new LabelScores.Stretch(span.start(), span.end()));
        }
        if (found.isEmpty()) found.addAll(rivals.open(draft.normalised));
        if (found.isEmpty()) found.add(draft.labels.evidence(LABEL, draft));
        return found;
    }

    /** Where the rival behind this one begins. */
    private static int next(Draft draft, List<LabelScores.Stretch> found, LabelScores.Stretch rival) {
        return found.stream()
                .mapToInt(LabelScores.Stretch::start)
                .filter(start -> start >= rival.end())
                .min()
                .orElse(draft.normalised.length());
    }

    private static Comparison comparison(Draft draft, LabelScores.Stretch rival, int next) {
        int from = draft.offsets.start(rival.start());
        int until = Math.max(from, draft.offsets.end(rival.end()));
        Clause clause = clause(draft, rival.start());
        int start = clause == null ? from : Math.min(from, draft.offsets.start(clause.start()));
        int end = clause == null ? until : Math.max(until, draft.offsets.end(clause.end()));
        String name = draft.request().text().substring(from, until);
        LabelScores.Stretch preferred = Preferred.after(draft.normalised, rival, next);
        if (preferred == null || Outcomes.isLost(draft, rival, clause)) {
            return new Comparison(name, aspect(draft, start, end), Outcomes.of(draft, rival, clause, next), start, end);
        }
        // what is preferred is told by the clause that says so, 价格 by none of 北垛降价归降价，喝着还是不如这个
        Clause telling = clause(draft, preferred.start());
        int first = draft.offsets.start(telling == null ? preferred.start() : telling.start());
        int last = draft.offsets.end(telling == null ? preferred.end() : telling.end());
        return new Comparison(name, aspect(draft, first, last), Outcome.WIN, start, Math.max(end, last));
    }

    private static @Nullable Clause clause(Draft draft, int at) {
        for (Clause clause : draft.clauses) {
            if (at >= clause.start() && at < clause.end()) return clause;
        }
        return null;
    }

    /** Of the opinion in the same clause, else of all opinions where they have one in common: of several none is meant. */
    private static @Nullable String aspect(Draft draft, int start, int end) {
        for (Opinion opinion : draft.opinions) {
            if (opinion.start() < end && opinion.end() > start) return opinion.aspect();
        }
        List<String> aspects =
                draft.opinions.stream().map(Opinion::aspect).distinct().toList();
        return aspects.size() == 1 ? aspects.getFirst() : null;
    }
}
