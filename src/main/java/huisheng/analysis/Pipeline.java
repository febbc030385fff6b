package huisheng.analysis;

import huisheng.review.Analysis;
import huisheng.review.FollowupOutcome;
import huisheng.review.SentimentLabel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads texts through its stages in order. Safe from any thread; the same text and version give the same analysis. */
public final class Pipeline {
    private static final int GOOD_STARS = 4;
    private static final int BAD_STARS = 2;

    private final List<Stage> stages;
    private final String version;

    private Pipeline(List<Stage> stages, String version) {
        this.stages = List.copyOf(stages);
        this.version = version;
    }

    /** @throws IllegalArgumentException where a stage needs a layer that none before it adds, or two add the same */
    public static Pipeline of(List<Stage> stages, String version) {
        Set<Layer> there = EnumSet.noneOf(Layer.class);
        for (Stage stage : stages) {
            String name = stage.getClass().getSimpleName();
            for (Layer needed : stage.needs()) {
                if (!there.contains(needed))
                    throw new IllegalArgumentException(name + " needs " + needed + " before it");
            }
            if (!there.add(stage.adds())) throw new IllegalArgumentException(name + " adds " + stage.adds() + " again");
        }
        return new Pipeline(stages, version);
    }

    /** Names code, models and lexicons by hash: what differs in any of them has another version. */
    public String version() {
        return version;
    }

    public Analysis analyse(AnalysisRequest request) {
        Draft draft = read(request);
        SentimentLabel label = draft.sentiment.label();
        return new Analysis(
                request.id(),
                request.text(),
                draft.language,
                version,
                draft.sentiment,
                draft.opinions,
                draft.intents,
                draft.needs,
                draft.risks,
                draft.comparisons,
                draft.noise,
                contradicts(request.rating(), label),
                followup(request, label),
                request.pii(),
                draft.keywords);
    }

    /** The text with all that the stages added: what training learns from. */
    public Draft read(AnalysisRequest request) {
        Draft draft = new Draft(request);
        for (Stage stage : stages) stage.annotate(draft);
        return draft;
    }

    private static boolean contradicts(@Nullable Integer rating, SentimentLabel label) {
        if (rating == null) return false;
        return (rating >= GOOD_STARS && label == SentimentLabel.NEGATIVE)
                || (rating <= BAD_STARS && label == SentimentLabel.POSITIVE);
    }

    private @Nullable FollowupOutcome followup(AnalysisRequest request, SentimentLabel now) {
        String initial = request.initial();
        if (initial == null) return null;
        AnalysisRequest first = new AnalysisRequest(null, initial, null, null, request.product(), List.of());
        return outcome(read(first).sentiment.label(), now);
    }

    /** A stance on both sides, or none now, takes nothing back: only a flipped sign reverses. */
    private static FollowupOutcome outcome(SentimentLabel before, SentimentLabel now) {
        if (before == SentimentLabel.NEUTRAL || before == SentimentLabel.UNSCORED) return FollowupOutcome.NEW;
        boolean flipped = (before == SentimentLabel.POSITIVE && now == SentimentLabel.NEGATIVE)
                || (before == SentimentLabel.NEGATIVE && now == SentimentLabel.POSITIVE);
        return flipped ? FollowupOutcome.REVERSED : FollowupOutcome.CONFIRMED;
    }
}
