package huisheng.insight;

import org.jspecify.annotations.Nullable;

/**
 * An estimate with its 95 % interval.
 *
 * @param n reviews that it is made of
 * @param value null where {@code insufficient} is not, like the bounds
 */
public record Figure(
        long n,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Insufficient insufficient) {
    static Figure of(long n, double value, double low, double high) {
        return new Figure(n, value, low, high, null);
    }

    static Figure insufficient(long n) {
        return new Figure(n, null, null, null, new Insufficient(n, Insufficient.MINIMUM));
    }
}
