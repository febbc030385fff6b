package huisheng.analysis.sentiment;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.text.LanguageStage;
import huisheng.review.Opinion;
import huisheng.review.Polarity;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.util.List;
import java.util.Set;

/**
 * The stance of the whole text: the model's probability, shifted by the opinions that were found, and the cases in which
 * neither sign is the answer. The sign of the score stays the binary reading even where the label is neutral or mixed.
 */
public final class SentimentStage implements Stage {
    /** In logits: what one opinion more on a side is worth, and all of them together at most. */
    private static final double OPINION_SHIFT = 0.35;

    private static final double MAX_SHIFT = 1.4;

    /** How sure a reading of texts by rule is that has no stance by their kind. */
    private static final double RULE_CONFIDENCE = 0.95;

    /** A text without stance is none of the strong ones, whatever its words suggest. */
    private static final double NEUTRAL_SCORE = 0.2;

    private final SentimentModel model;

    public SentimentStage(SentimentModel model) {
        this.model = model;
    }

    @Override
    public Set<Layer> needs() {
        return Set.of(Layer.LANGUAGE, Layer.TOKENS, Layer.CLAUSES, Layer.NOISE, Layer.OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.SENTIMENT;
    }

    @Override
    public void annotate(Draft draft) {
        draft.sentiment = read(draft);
    }

    private Sentiment read(Draft draft) {
        if (LanguageStage.ENGLISH.equals(draft.language) || LanguageStage.OTHER.equals(draft.language)) {
            return Sentiment.UNSCORED;
        }
        if (!draft.noise.isEmpty() || draft.tokens.isEmpty()) {
            return new Sentiment(SentimentLabel.NEUTRAL, 0, RULE_CONFIDENCE, List.of());
        }
        Signs signs = Signs.of(draft.opinions);
        double probability = shifted(model.probability(model.margin(draft.normalised)), signs);
        SentimentLabel label = Stance.of(draft, probability, signs, model);
        double score = 2 * probability - 1;
        if (label == SentimentLabel.NEUTRAL) score = Math.clamp(score, -NEUTRAL_SCORE, NEUTRAL_SCORE);
        return new Sentiment(label, score, confidence(label, probability), EvidenceSpans.of(draft, model, label));
    }

    private static double shifted(double probability, Signs signs) {
        double shift = OPINION_SHIFT * (signs.positive() - signs.negative());
        double bounded = Math.clamp(shift, -MAX_SHIFT, MAX_SHIFT);
        double safe = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return 1 / (1 + Math.exp(-(Math.log(safe / (1 - safe)) + bounded)));
    }

    /** Neither sign is the likelier, the closer the two are. */
    private static double confidence(SentimentLabel label, double probability) {
        return switch (label) {
            case POSITIVE -> probability;
            case NEGATIVE -> 1 - probability;
            default -> 1 - Math.abs(2 * probability - 1) / 2;
        };
    }

    /** How many opinions of either sign a text holds. */
    record Signs(int positive, int negative) {
        static Signs of(List<Opinion> opinions) {
            int positive = 0;
            int negative = 0;
            for (Opinion opinion : opinions) {
                if (opinion.polarity() == Polarity.POSITIVE) positive++;
                if (opinion.polarity() == Polarity.NEGATIVE) negative++;
            }
            return new Signs(positive, negative);
        }

        boolean isNone() {
            return positive + negative == 0;
        }

        /** Both signs, and neither outnumbers the other three to one. */
        boolean isSplit() {
            return positive > 0 && negative > 0 && positive < 3 * negative && negative < 3 * positive;
        }
    }
}
