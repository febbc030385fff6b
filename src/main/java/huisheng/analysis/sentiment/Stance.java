package huisheng.analysis.sentiment;

import huisheng.analysis.label.LabelScores;
import huisheng.review.SentimentLabel;

/** Probabilities of the four labels; they add up to 1. */
record Stance(double positive, double negative, double neutral, double mixed) {
    private static final double LEAST = 1e-4;

    /**
     * @param opinions found in the text
     * @param logit log-odds of positive against negative, opinions included
     */
    static Stance of(LabelScores labels, OpinionBalance opinions, double logit) {
        return of(
                labels.probability("stance:positive"),
                labels.probability("stance:negative"),
                shifted(labels.probability("stance:neutral"), opinions.neutral()),
                shifted(labels.probability("stance:mixed"), opinions.mixed(logit)));
    }

    private static Stance of(double positive, double negative, double neutral, double mixed) {
        double sum = positive + negative + neutral + mixed + 4 * LEAST;
        return new Stance(
                (positive + LEAST) / sum, (negative + LEAST) / sum, (neutral + LEAST) / sum, (mixed + LEAST) / sum);
    }

    /** The probability whose log-odds are higher by {@code by}. */
    private static double shifted(double probability, double by) {
        double odds = probability * Math.exp(by);
        return odds / (odds + 1 - probability);
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
