package huisheng.review;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a caller may see at all. A dimension that is absent is not restricted; a restricted one hides every review whose
 * value is not listed, those without a value too.
 */
public record Scope(Map<Dimension, Set<String>> only) {
    /** The dimensions by which rights are given. */
    public static final Set<Dimension> DIMENSIONS = java.util.Collections.unmodifiableSet(
            EnumSet.of(Dimension.BRAND, Dimension.PRODUCT, Dimension.CHANNEL, Dimension.STORE, Dimension.REGION));

    // below the dimensions, which its constructor asks for
    public static final Scope ALL = new Scope(Map.of());

    public Scope {
        only = Dimensions.copy(only);
        if (!DIMENSIONS.containsAll(only.keySet())) {
            throw new IllegalArgumentException("a scope restricts " + DIMENSIONS + ", not " + only.keySet());
        }
    }

    public boolean admits(Review review) {
        return admits(Dimension.BRAND, review.brand())
                && admits(Dimension.PRODUCT, review.product())
                && admits(Dimension.CHANNEL, review.channel())
                && admits(Dimension.STORE, review.store())
                && admits(Dimension.REGION, review.region());
    }

    private boolean admits(Dimension dimension, @org.jspecify.annotations.Nullable String value) {
        Set<String> values = only.get(dimension);
        return values == null || (value != null && values.contains(value));
    }
}
