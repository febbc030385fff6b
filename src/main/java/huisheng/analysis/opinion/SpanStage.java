package huisheng.analysis.opinion;

import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.pack.Target;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads opinions by the model: where the lexicon reads the same words the learned polarity stands, and the lexicon's
 * aspect, which is the company's own. What the lexicon says of a named thing stays where the model finds nothing, as does what
 * it knows of things that are missing ({@link Absence}).
 */
public final class SpanStage implements Stage {
    private static final Polarity[] POLARITIES = {Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL};
    private static final int[] SIGNS = {1, -1, 0};

    private final SpanModel model;
    private final Pack pack;

    public SpanStage(SpanModel model, Pack pack) {
        this.model = model;
        this.pack = pack;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.FEATURES, Layer.SIGN, Layer.OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.FINAL_OPINIONS;
    }

    @Override
    public void annotate(Draft draft) {
        List<SpanModel.Found> spans = model.find(draft);
        List<Opinion> read = new ArrayList<>();
        int most = pack.thresholds().opinionsPerReview();
        for (int s = 0; s < spans.size() && read.size() < most; s++) {
            SpanModel.Found span = spans.get(s);
            Opinion opinion = span.target() ? ofTarget(draft, spans, span) : ofWords(draft, spans, span);
            if (opinion != null && !read.contains(opinion)) read.add(opinion);
        }
        List<Opinion> missed = draft.opinions.stream()
                .filter(own -> isMissed(draft, own, read))
                .limit(Math.max(0, most - read.size()))
                .toList();
        read.addAll(missed);
        read.sort(Comparator.comparingInt(Opinion::start).thenComparingInt(Opinion::end));
        draft.opinions.clear();
        draft.opinions.addAll(read);
    }

    /**
     * Whether the company's own words judge a named thing in a clause where the model finds nothing, or take no side, 一般吧,
     * where it finds nothing at all.
     */
    private static boolean isMissed(Draft draft, Opinion own, List<Opinion> read) {
        if (read.isEmpty() && own.polarity() == Polarity.NEUTRAL) return true;
        if (own.target() == null || own.polarity() == Polarity.NEUTRAL) return false;
        for (Clause clause : draft.clauses) {
            int from = draft.offsets.start(clause.start());
            int until = draft.offsets.end(clause.end());
            boolean holds = own.start() < until && own.end() > from;
            if (holds && read.stream().anyMatch(other -> other.start() < until && other.end() > from)) return false;
        }
        return true;
    }

    /** Judged by the nearest words that judge, within its reach, else by all of them. */
    private @Nullable Opinion ofTarget(Draft draft, List<SpanModel.Found> spans, SpanModel.Found target) {
        SpanModel.Found words = null;
        for (SpanModel.Found span : spans) {
            if (!span.target() && span.start() >= target.end() && span.start() < target.reach()) {
                words = span;
                break;
            }
        }
        int start = words == null ? target.start() : words.start();
        int end = words == null ? Math.max(target.end(), target.reach()) : words.end();
        return opinion(draft, target, start, end, text(draft, target.start(), target.end()));
    }

    /** Words that judge a target are told with it. */
    private @Nullable Opinion ofWords(Draft draft, List<SpanModel.Found> spans, SpanModel.Found words) {
        for (SpanModel.Found span : spans) {
            if (span.target() && words.start() >= span.end() && words.start() < span.reach()) return null;
        }
        return opinion(draft, words, words.start(), words.end(), null);
    }

    private @Nullable Opinion opinion(Draft draft, SpanModel.Found found, int start, int end, @Nullable String target) {
        int from = draft.offsets.start(start);
        int until = Math.max(from, draft.offsets.end(end));
        if (from == until) return null;
        Opinion known = overlapping(draft, from, until);
        Aspect aspect = aspect(found, known, target);
        if (aspect == null) return null;
        Opinion sure = known != null && Absence.isTold(known) ? known : null;
        return new Opinion(
                aspect.id(),
                aspect.name(),
                target == null && known != null ? known.target() : target,
                draft.request().text().substring(from, until),
                sure != null ? sure.polarity() : POLARITIES[found.polarity()],
                sure != null ? sure.score() : SIGNS[found.polarity()] * found.sure(),
                from,
                until,
                known == null || known.implicit());
    }

    private static @Nullable Opinion overlapping(Draft draft, int from, int until) {
        for (Opinion opinion : draft.opinions) {
            if (opinion.start() < until && opinion.end() > from) return opinion;
        }
        return null;
    }

    private @Nullable Aspect aspect(SpanModel.Found found, @Nullable Opinion known, @Nullable String target) {
        Target word = target == null ? null : pack.targets().get(target);
        if (word != null) return pack.aspects().get(word.aspect());
        Aspect own = known == null ? null : pack.aspects().get(known.aspect());
        if (own != null && !own.id().equals(pack.fallback())) return own;
        Aspect learned = pack.heir(found.aspect());
        return learned == null ? own : learned;
    }

    private static String text(Draft draft, int start, int end) {
        int from = draft.offsets.start(start);
        return draft.request().text().substring(from, Math.max(from, draft.offsets.end(end)));
    }
}
