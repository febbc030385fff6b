package huisheng.analysis.sentiment;

import huisheng.analysis.label.LabelScores;
import huisheng.review.SentimentLabel;

/** Probabilities of the four labels; they add up to 1. */
record Stance(double positive, double negative, double neutral, double mixed) {
    private static final double LEAST = 1e-4;

    static Stance of(LabelScores labels) {
        double positive = LEAST + labels.probability("stance:positive");
        double negative = LEAST + labels.probability("stance:negative");
        double neutral = LEAST + labels.probability("stance:neutral");
        double mixed = LEAST + labels.probability("stance:mixed");
        double sum = positive + negative + neutral + mixed;
        return new Stance(positive / sum, negative / sum, neutral / sum, mixed / sum);
    }

    /** @param leansPositive what a text reads as that is neither neutral nor mixed */
    SentimentLabel label(boolean leansPositive) {
        double signed = Math.max(positive, negative);
        if (neutral > signed && neutral >= mixed) return SentimentLabel.NEUTRAL;
        if (mixed > signed) return SentimentLabel.MIXED;
        return leansPositive ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    double confidence(SentimentLabel label) {
        return switch (label) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case MIXED -> mixed;
            case UNSCORED -> 0;
        };
    }
}
