package huisheng.analysis.sentiment;

import huisheng.analysis.Draft;
import huisheng.analysis.Layer;
import huisheng.analysis.Stage;
import huisheng.analysis.label.LabelStage;
import huisheng.review.NoiseType;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The stance of the whole text. The label is the likeliest of the four, weighed with the opinions found; where it is
 * positive or negative, the sign of the score is the same. The score's sign stays the binary reading even where the label is neutral or mixed.
 */
public final class SentimentStage implements Stage {
    /** Texts of these kinds have no stance, whatever their words suggest. */
    private static final Set<NoiseType> NO_STANCE = EnumSet.of(NoiseType.DEFAULT, NoiseType.FILLER, NoiseType.ADVERT);

    private static final double RULE_CONFIDENCE = 0.95;
    /** The score of a text without stance lies within this. */
    private static final double NEUTRAL_SCORE = 0.2;

    /** What remains of the praise where somebody was hurt. */
    private static final double HURT = -1;

    /** Texts more like star-rated ones than this are read by the sign model alone: it knows them best. */
    private static final double FOREIGN = 1 / 3.0;

    @Override
    public Set<Layer> needs() {
        return EnumSet.of(
                Layer.LANGUAGE,
                Layer.TOKENS,
                Layer.SIGN,
                Layer.LABELS,
                Layer.PLIGHTS,
                Layer.NOISE,
                Layer.FINAL_OPINIONS);
    }

    @Override
    public Layer adds() {
        return Layer.SENTIMENT;
    }

    @Override
    public void annotate(Draft draft) {
        draft.sentiment = read(draft);
    }

    private static Sentiment read(Draft draft) {
        if (draft.tokens.isEmpty() || draft.noise.stream().anyMatch(NO_STANCE::contains)) {
            return new Sentiment(SentimentLabel.NEUTRAL, 0, RULE_CONFIDENCE, List.of());
        }
        double stars = draft.labels.probability(LabelStage.STARS);
        OpinionBalance opinions = OpinionBalance.of(draft);
        double logit = draft.labels.logOdds(LabelStage.SIGN, 1 - stars, draft.sign.margin())
                + Math.max(0, 1 - stars / FOREIGN) * opinions.logit();
        if (!draft.plights.isEmpty()) logit = Math.min(logit, HURT);
        Stance stance = Stance.of(draft.labels, opinions, logit);
        SentimentLabel label = stance.label(logit > 0);
        double score = 2 / (1 + Math.exp(-logit)) - 1;
        if (label == SentimentLabel.NEUTRAL) score = Math.clamp(score, -NEUTRAL_SCORE, NEUTRAL_SCORE);
        return new Sentiment(label, score, stance.confidence(label), EvidenceSpans.of(draft));
    }
}
