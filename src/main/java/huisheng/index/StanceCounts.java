package huisheng.index;

import huisheng.review.SentimentLabel;

/** How many reviews of a selection have each stance. */
public record StanceCounts(long positive, long negative, long neutral, long mixed, long unscored) {
    /** @param counts by {@link Grouping#column} */
    static StanceCounts of(long[] counts) {
        return new StanceCounts(
                counts[Grouping.column(SentimentLabel.POSITIVE)],
                counts[Grouping.column(SentimentLabel.NEGATIVE)],
                counts[Grouping.column(SentimentLabel.NEUTRAL)],
                counts[Grouping.column(SentimentLabel.MIXED)],
                counts[Grouping.column(SentimentLabel.UNSCORED)]);
    }
}
