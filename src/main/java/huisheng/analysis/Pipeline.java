package huisheng.analysis;

import huisheng.review.Analysis;
import huisheng.review.FollowupOutcome;
import huisheng.review.SentimentLabel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads texts through its stages in order. Safe from any thread; the same text and version give the same analysis. */
public final class Pipeline {
    private static final int GOOD_STARS = 4;
    private static final int BAD_STARS = 2;
    /** Drafts that are read side by side: 512 take 7 % less time than 128, since each model stays in the cache for longer. */
    private static final int TOGETHER = 512;

    /** Of their texts: a draft takes some hundred bytes a character. */
    private static final int CHARACTERS_TOGETHER = 32_000;

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
        return analysis(request, read(request));
    }

    /**
     * The same for many texts, a stage for some of them before the next stage: what a stage looks up of its dictionary or
     * model stays in the processor's cache from one text to the next.
     *
     * @return one each, in order
     */
    public List<Analysis> analyse(List<AnalysisRequest> requests) {
        List<Analysis> analyses = new ArrayList<>(requests.size());
        int from = 0;
        while (from < requests.size()) {
            int end = together(requests, from);
            List<AnalysisRequest> some = requests.subList(from, end);
            from = end;
            List<Draft> drafts = some.stream().map(Draft::new).toList();
            for (Stage stage : stages) drafts.forEach(stage::annotate);
            for (int i = 0; i < some.size(); i++) analyses.add(analysis(some.get(i), drafts.get(i)));
        }
        return analyses;
    }

    /** Where those end that are read side by side: at least one, whatever its length. */
    private static int together(List<AnalysisRequest> requests, int from) {
        int end = from;
        int characters = 0;
        while (end < requests.size() && end - from < TOGETHER && characters < CHARACTERS_TOGETHER) {
            characters += requests.get(end++).text().length();
        }
        return end;
    }

    /** The text with all that the stages added: what training learns from. */
    public Draft read(AnalysisRequest request) {
        Draft draft = new Draft(request);
        for (Stage stage : stages) stage.annotate(draft);
        return draft;
    }

    private Analysis analysis(AnalysisRequest request, Draft draft) {
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
