package huisheng.review;

import java.util.List;

/**
 * The stance of a whole review.
 *
 * @param score -1 to 1; its sign is the binary reading of the text
 * @param confidence calibrated probability of {@code label}, 0 to 1
 */
public record Sentiment(SentimentLabel label, double score, double confidence, List<Evidence> evidence) {
    public static final Sentiment UNSCORED = new Sentiment(SentimentLabel.UNSCORED, 0, 0, List.of());

    public Sentiment {
        evidence = List.copyOf(evidence);
    }
}
