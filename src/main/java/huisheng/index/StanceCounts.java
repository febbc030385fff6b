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

    public long n() {
        return scored() + unscored;
    }

    /** Reviews in a language that is read. */
    public long scored() {
        return positive + negative + neutral + mixed;
    }

    public StanceCounts plus(StanceCounts other) {
        return new StanceCounts(
                positive + other.positive,
                negative + other.negative,
                neutral + other.neutral,
                mixed + other.mixed,
                unscored + other.unscored);
    }
}
