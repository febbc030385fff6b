package huisheng.review;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return hiding(review) == null;
    }

    /** The first dimension that hides the review; null where none does. */
    public @Nullable Dimension hiding(Review review) {
        if (!admits(Dimension.BRAND, review.brand())) return Dimension.BRAND;
        if (!admits(Dimension.PRODUCT, review.product())) return Dimension.PRODUCT;
        if (!admits(Dimension.CHANNEL, review.channel())) return Dimension.CHANNEL;
        if (!admits(Dimension.STORE, review.store())) return Dimension.STORE;
        return admits(Dimension.REGION, review.region()) ? null : Dimension.REGION;
    }

    /**
     * Whether something that is about what {@code other} admits (an alert, a ticket, a case) may be seen: only where no
     * review that it may rest on is hidden.
     */
    public boolean covers(Scope other) {
        return only.entrySet().stream().allMatch(entry -> {
            Set<String> values = other.only.get(entry.getKey());
            return values != null && entry.getValue().containsAll(values);
        });
    }

    /** The one that covers the other; all, where neither does. */
    public Scope wider(Scope other) {
        if (covers(other)) return this;
        return other.covers(this) ? other : ALL;
    }

    /** The scope that admits this review and those like it: each dimension in which it has a value. */
    public static Scope of(Review review) {
        Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
        put(values, Dimension.BRAND, review.brand());
        put(values, Dimension.PRODUCT, review.product());
        put(values, Dimension.CHANNEL, review.channel());
        put(values, Dimension.STORE, review.store());
        put(values, Dimension.REGION, review.region());
        return new Scope(values);
    }

    /** As far as a filter alone narrows it. */
    public static Scope of(Filter filter) {
        Map<Dimension, Set<String>> values = new EnumMap<>(Dimension.class);
        filter.in().forEach((dimension, in) -> {
            if (DIMENSIONS.contains(dimension) && !in.isEmpty()) values.put(dimension, in);
        });
        return new Scope(values);
    }

    private static void put(Map<Dimension, Set<String>> values, Dimension dimension, @Nullable String value) {
        if (value != null) values.put(dimension, Set.of(value));
    }

    private boolean admits(Dimension dimension, @Nullable String value) {
        Set<String> values = only.get(dimension);
        return values == null || (value != null && values.contains(value));
    }
}
