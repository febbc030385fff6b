package huisheng.insight.statistics;

/**
 * Net sentiment with its 95 % interval, see {@link Trinomial}.
 *
 * @param n reviews that have a stance, neutral ones too
 * @param value (positive − negative)/n, −1 to 1 like the bounds
 */
public record Net(long n, double value, double low, double high) {
    public static Net of(Trinomial counts) {
        return new Net(counts.n(), counts.value(), counts.low(Normal.Z95), counts.high(Normal.Z95));
    }

    /** @throws IllegalArgumentException where n is 0, or positive and negative are more than n */
    public static Net of(long positive, long negative, long n) {
        return of(new Trinomial(positive, negative, n));
    }
}
