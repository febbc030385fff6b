package huisheng.insight;

import org.jspecify.annotations.Nullable;

/**
 * How a set of reviews is disposed. Shares are of the scored reviews: one in a language that is not read has no stance.
 *
 * @param n all reviews, the unscored too
 * @param positiveShare null where {@code insufficient} is not, like the figures after it
 * @param net (positive − negative) / scored, -1 to 1
 * @param insufficient null where there are enough scored reviews
 */
public record Stance(
        long n,
        long positive,
        long negative,
        long neutral,
        long mixed,
        long unscored,
        @Nullable Share positiveShare,
        @Nullable Share negativeShare,
        @Nullable Share neutralShare,
        @Nullable Share mixedShare,
        @Nullable Double net,
        @Nullable Insufficient insufficient) {
    public static Stance of(long positive, long negative, long neutral, long mixed, long unscored) {
        long scored = positive + negative + neutral + mixed;
        Insufficient insufficient = Insufficient.below(scored);
        return new Stance(
                scored + unscored,
                positive,
                negative,
                neutral,
                mixed,
                unscored,
                Share.orInsufficient(positive, scored),
                Share.orInsufficient(negative, scored),
                Share.orInsufficient(neutral, scored),
                Share.orInsufficient(mixed, scored),
                insufficient == null ? (double) (positive - negative) / scored : null,
                insufficient);
    }
}
