package huisheng.alert.rule;

import huisheng.review.AnalysedReview;
import huisheng.review.Dimension;
import huisheng.review.DimensionValues;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The values of one review, each dimension worked out once however many rules ask. Used by one thread. */
final class Values {
    private final AnalysedReview review;
    private final Map<Dimension, Set<String>> known = new EnumMap<>(Dimension.class);

    Values(AnalysedReview review) {
        this.review = review;
    }

    AnalysedReview review() {
        return review;
    }

    Set<String> of(Dimension dimension) {
        return known.computeIfAbsent(dimension, asked -> DimensionValues.of(review, asked));
    }
}
