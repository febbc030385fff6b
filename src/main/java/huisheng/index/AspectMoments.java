package huisheng.index;

import huisheng.review.Labelled;
import java.util.List;

/**
 * Sums over the reviews of a selection that have the outcome, from which a regression on their aspects can be made. An
 * aspect counts 1 where the review speaks well of it, -1 where it speaks ill, 0 where it says nothing or both.
 *
 * @param n reviews that have the outcome {@code y}
 * @param sums by aspect: Σx
 * @param products by aspect and aspect: Σxᵢxⱼ
 * @param withOutcome by aspect: Σxy
 */
public record AspectMoments(
        List<String> aspects,
        long n,
        List<Long> sums,
        List<List<Long>> products,
        List<Long> withOutcome,
        long outcomeSum,
        long outcomeSquares) {
    public AspectMoments {
        aspects = List.copyOf(aspects);
        sums = List.copyOf(sums);
        products = List.copyOf(products);
        withOutcome = List.copyOf(withOutcome);
    }

    /** What the aspects may explain. */
    public enum Outcome implements Labelled {
        /** Stars, 1 to 5. */
        RATING,
        /** 1 positive, 0 neutral or mixed, -1 negative. */
        SENTIMENT
    }
}
