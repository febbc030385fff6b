package huisheng.analysis.english;

import huisheng.review.Evidence;
import huisheng.review.NoiseType;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.util.List;
import java.util.Set;

/** Decides between the four labels and gives the score, whose sign is the binary reading of the text. */
final class Stance {
    private static final List<SentimentLabel> LABELS =
            List.of(SentimentLabel.POSITIVE, SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.MIXED);

    /** How sure a reading is of texts that have no stance by their kind. */
    private static final double RULE_CONFIDENCE = 0.95;
    /** A text without stance is none of the strong ones, whatever its words suggest. */
    private static final double NEUTRAL_SCORE = 0.2;
    /** What the sign's log-odds are worth beside the labels': chosen on written rows in cross-validation. */
    private static final double SIGN = 0.4;
    /** What one clause that judges adds to the score's log-odds; {@code MOST} bounds them together. */
    private static final double CLAUSE = 0.5;

    private static final double MOST = 3;
    /** Of short texts, where odds added up from several witnesses are surer than right. */
    private static final double TEMPER = 0.5;
    /** Words from which on a text is one of those that the sign was learned from. */
    private static final int LONG = 12;
    /** The score of a short text whose label says the other sign than its words. */
    private static final double FAINT = 0.01;

    private Stance() {}

    static Sentiment of(Reading reading, Set<NoiseType> noise, Evidences evidences) {
        if (noise.contains(NoiseType.DEFAULT) || noise.contains(NoiseType.FILLER) || noise.contains(NoiseType.ADVERT)) {
            return new Sentiment(SentimentLabel.NEUTRAL, 0, RULE_CONFIDENCE, List.of());
        }
        double[] odds = odds(reading);
        double score = score(reading);
        int best = 0;
        for (int i = 1; i < odds.length; i++) if (odds[i] > odds[best]) best = i;
        SentimentLabel label = LABELS.get(best);
        if (best <= 1) label = isQuestion(reading) ? SentimentLabel.NEUTRAL : signed(reading, score, odds);
        double confidence = softmax(odds, LABELS.indexOf(label), isLong(reading) ? 1 : TEMPER);
        return new Sentiment(label, fitting(score, label), confidence, evidences.spans());
    }

    private static double[] odds(Reading reading) {
        double push = SIGN * reading.signs().whole();
        return new double[] {
            logit(reading.probability("stance:positive")) + push,
            logit(reading.probability("stance:negative")) - push,
            logit(reading.probability("stance:neutral")),
            logit(reading.probability("stance:mixed"))
        };
    }

    private static double score(Reading reading) {
        double said = 0;
        for (Judgement judgement : reading.judgements()) said += judgement.positive() - judgement.negative();
        double logit = reading.signs().whole() + CLAUSE * Math.clamp(said, -MOST, MOST);
        return Math.tanh(logit / 2);
    }

    private static boolean isLong(Reading reading) {
        return reading.text().words.size() >= LONG;
    }

    /** Where label and score disagree, the label of a short text leads, the score of a long one. */
    private static SentimentLabel signed(Reading reading, double score, double[] odds) {
        boolean positive = isLong(reading) ? score > 0 : odds[0] >= odds[1];
        return positive ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** One sentence that asks, without a word that judges: "Does the warranty cover water damage?" */
    private static boolean isQuestion(Reading reading) {
        EnglishText text = reading.text();
        Word last = text.words.getLast();
        return last.sentence() == 0
                && last.lower().charAt(0) == '?'
                && text.cues.isEmpty()
                && reading.holds("intent:inquiry");
    }

    private static double fitting(double score, SentimentLabel label) {
        return switch (label) {
            case POSITIVE -> Math.max(score, FAINT);
            case NEGATIVE -> Math.min(score, -FAINT);
            case NEUTRAL -> Math.clamp(score, -NEUTRAL_SCORE, NEUTRAL_SCORE);
            default -> score;
        };
    }

    private static double softmax(double[] odds, int own, double temper) {
        double sum = 0;
        for (double odd : odds) sum += Math.exp(temper * (odd - odds[own]));
        return 1 / sum;
    }

    private static double logit(double probability) {
        double safe = Math.clamp(probability, 1e-4, 1 - 1e-4);
        return Math.log(safe / (1 - safe));
    }

    /** Gives the spans that a score stands on. */
    interface Evidences {
        List<Evidence> spans();
    }
}
