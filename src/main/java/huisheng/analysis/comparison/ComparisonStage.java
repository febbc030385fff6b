package huisheng.analysis.comparison;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.pack.Pack;
import huisheng.review.Comparison;
import huisheng.review.IntentType;
import huisheng.review.Opinion;
import huisheng.review.Outcome;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who the product is compared with, in what, and how it fares. */
public final class ComparisonStage implements Stage {
    static final String LABEL = "comparison";
    /** Most reviews compare with one, few with more than this. */
    private static final int MAX = 4;
    /** Of the label's probability, as the next two: below, words like 接近 mean something else. Chosen on comparative_coqe. */
    private static final double LEAST = 0.08;
    /** A text that shows no construction and names nobody must be likelier to compare. */
    private static final double LIKELY = 0.7;
    /** And likelier still where no words for another thing are known either. */
    private static final double SURE = 0.8;

    private final Tagger competitors;
    private final Rivals rivals;
    private final Frames frames;

    /** @param competitors finds the words for the other side where no construction tells them */
    public ComparisonStage(Tagger competitors, Pack pack) {
        this.competitors = competitors;
        this.rivals = new Rivals(pack);
        this.frames = new Frames(new Predicates(pack));
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
        double probability = draft.labels.probability(LABEL);
        Frames.Found read = frames.find(draft, probability >= LEAST);
        Map<LabelScores.Stretch, Frame> framed = new LinkedHashMap<>();
        List<LabelScores.Stretch> known = rivals.named(draft.normalised);
        for (Frame frame : read.frames()) framed.putIfAbsent(inFull(frame, known), frame);
        List<LabelScores.Stretch> found = new ArrayList<>(framed.keySet());
        boolean bare = framed.isEmpty() && !read.refused() && compares(draft, probability, !known.isEmpty());
        for (LabelScores.Stretch other :
                bare ? rivals(draft, known, probability) : Rivals.compared(draft.normalised, known)) {
            if (framed.keySet().stream().noneMatch(f -> f.start() < other.end() && f.end() > other.start()))
                found.add(other);
        }
        draft.comparisons = comparisons(draft, found, framed);
    }

    /** As the pack knows the name: it may hold a word that ends another one, 喵能猫粮. */
    private static LabelScores.Stretch inFull(Frame frame, List<LabelScores.Stretch> known) {
        return known.stream()
                .filter(name -> frame.overlaps(name.start(), name.end()))
                .findFirst()
                .orElse(frame.rival());
    }

    private static boolean compares(Draft draft, double probability, boolean named) {
        return draft.labels.holds(LABEL) && (named || probability >= LIKELY || Names.speaksOfOthers(draft.normalised));
    }

    /** @param framed those that a construction named, to what it tells of them */
    private static List<Comparison> comparisons(
            Draft draft, List<LabelScores.Stretch> found, Map<LabelScores.Stretch, Frame> framed) {
        List<Comparison> comparisons = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (LabelScores.Stretch rival : found) {
            Frame frame = framed.get(rival);
            LabelScores.Stretch name = frame == null ? Rivals.trimmed(draft.normalised, rival) : rival;
            String words = draft.normalised.substring(name.start(), name.end());
            if (frame == null && (Names.isNothingSold(words) || Names.isOwn(words))) continue;
            if (comparisons.size() < MAX && told.add(words))
                comparisons.add(comparison(draft, name, next(draft, found, rival), frame));
        }
        return List.copyOf(comparisons);
    }

    /** Who asks how it fares against another has not compared yet. */
    private static boolean onlyAsks(Draft draft) {
        return draft.sentiment.label() == SentimentLabel.NEUTRAL
                && draft.intents.stream().anyMatch(intent -> intent.type() == IntentType.INQUIRY);
    }

    /** The pack's names before what the tagger finds: it cuts names that it does not know. */
    private List<LabelScores.Stretch> rivals(Draft draft, List<LabelScores.Stretch> known, double probability) {
        List<LabelScores.Stretch> found = new ArrayList<>(known);
        for (Tagger.Span span : competitors.find(draft)) {
            if (known.stream().noneMatch(n -> n.start() < span.end() && n.end() > span.start()))
                found.add(new LabelScores.Stretch(span.start(), span.end()));
        }
        if (found.isEmpty()) found.addAll(Rivals.open(draft.normalised));
        if (found.isEmpty() && probability >= SURE) found.add(draft.labels.evidence(LABEL, draft));
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

    private static Comparison comparison(Draft draft, LabelScores.Stretch rival, int next, @Nullable Frame frame) {
        int from = draft.offsets.start(rival.start());
        int until = Math.max(from, draft.offsets.end(rival.end()));
        Clause clause = clause(draft, rival.start());
        int start = clause == null ? from : Math.min(from, draft.offsets.start(clause.start()));
        int end = clause == null ? until : Math.max(until, draft.offsets.end(clause.end()));
        String name = draft.request().text().substring(from, until);
        LabelScores.Stretch preferred = Preferred.after(draft.normalised, rival, next);
        if (preferred == null || Outcomes.isLost(draft, rival, clause)) {
            return new Comparison(
                    name, aspect(draft, start, end), Outcomes.of(draft, rival, clause, next, frame), start, end);
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
