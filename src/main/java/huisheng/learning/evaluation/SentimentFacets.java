package huisheng.learning.evaluation;

import huisheng.review.Analysis;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.util.List;

/** The stance of a whole text, by its sign and by its label. */
final class SentimentFacets {
    private static final Matrix SIGNS = new Matrix(List.of("negative", "positive"), List.of("negative", "positive"));
    private static final Matrix LABELS = new Matrix(
            List.of("positive", "negative", "neutral", "mixed"),
            List.of("positive", "negative", "neutral", "mixed", "unscored"));

    private SentimentFacets() {}

    /** Positive and negative rows: the sign of the score answers, whatever the label says. */
    static List<Facet> signs() {
        return List.of(
                Facet.of(
                        "sign",
                        List.of(new Measure("accuracy", SIGNS::accuracy), new Measure("macro-F1", SIGNS::macroF1)),
                        (row, analysis) -> SIGNS.tally(Gold.label(row), sign(analysis.sentiment()))),
                Facet.confusion(
                        "label",
                        List.of(Measure.accuracy("label accuracy")),
                        (row, analysis) -> Tally.one(Gold.label(row), label(analysis))),
                calibration("label", true));
    }

    static List<Facet> labels() {
        return List.of(
                Facet.confusion(
                        "sentiment",
                        List.of(
                                new Measure("sentiment accuracy", LABELS::accuracy),
                                new Measure("sentiment macro-F1", LABELS::macroF1)),
                        (row, analysis) -> LABELS.tally(gold(row, "sentiment"), label(analysis))),
                calibration("sentiment", false));
    }

    /** @param signed the rows know two signs only, so they tell nothing about the confidence in another label */
    private static Facet calibration(String field, boolean signed) {
        return Facet.minor(new Measure("calibration error", CalibrationError::of), (row, analysis) -> {
            Sentiment guess = analysis.sentiment();
            if (signed ? !hasSign(guess) : guess.label() == SentimentLabel.UNSCORED) return Tally.NONE;
            boolean right = gold(row, field).equals(label(analysis));
            return new Tally(CalibrationError.counts(guess.confidence(), right), true, List.of(), List.of());
        });
    }

    private static boolean hasSign(Sentiment sentiment) {
        return sentiment.label() == SentimentLabel.POSITIVE || sentiment.label() == SentimentLabel.NEGATIVE;
    }

    private static String gold(Row row, String field) {
        return Gold.polarity(row.fields().path(field).asText());
    }

    private static String label(Analysis analysis) {
        return analysis.sentiment().label().label();
    }

    private static String sign(Sentiment sentiment) {
        return sentiment.score() > 0 ? "positive" : "negative";
    }
}
