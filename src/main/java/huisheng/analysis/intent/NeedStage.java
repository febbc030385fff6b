package huisheng.analysis.intent;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelScores;
import huisheng.review.Intent;
import huisheng.review.IntentType;
import huisheng.review.Need;
import huisheng.review.Opinion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wished for: an explicit wish is a suggestion too, an implicit need only tells what is missing. Who asks
 * without a wish needs an answer, nothing more.
 */
public final class NeedStage implements Stage {
    private static final String LABEL = "need";

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LABELS, Layer.INTENTS, Layer.FINAL_OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.NEEDS;
    }

    @Override
    public void annotate(Draft draft) {
        boolean explicit = has(IntentType.SUGGESTION, draft.intents);
        if (!explicit && (!draft.labels.holds(LABEL) || has(IntentType.INQUIRY, draft.intents))) return;
        LabelScores.Stretch stretch =
                whole(draft.normalised, draft.labels.evidence(explicit ? "intent:suggestion" : LABEL, draft));
        int start = draft.offsets.start(stretch.start());
        int end = draft.offsets.end(stretch.end());
        if (start >= end) return;
        String text = draft.request().text().substring(start, end);
        draft.needs = List.of(new Need(text, target(draft, start, end), !explicit, start, end));
    }

    /** Up to the signs around it: what carries the label may end within a word, but 手提两 is not what 手提两瓶装 asks for. */
    private static LabelScores.Stretch whole(String text, LabelScores.Stretch part) {
        int start = part.start();
        int end = part.end();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) start--;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
        return new LabelScores.Stretch(start, end);
    }

    private static boolean has(IntentType type, List<Intent> intents) {
        return intents.stream().anyMatch(intent -> intent.type() == type);
    }

    /** The thing judged in the same stretch. */
    private static @Nullable String target(Draft draft, int start, int end) {
        for (Opinion opinion : draft.opinions) {
            if (opinion.target() != null && opinion.start() < end && opinion.end() > start) return opinion.target();
        }
        return null;
    }
}
