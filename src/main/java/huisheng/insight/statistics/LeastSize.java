package huisheng.insight.statistics;

import java.util.function.LongToDoubleFunction;

/** How large a sample must be. */
final class LeastSize {
    private static final long MOST = 1_000_000_000_000_000L;

    private LeastSize() {}

    /**
     * @param power grows with n
     * @return the least n from {@code least} on whose power is {@link SharePower#TARGET}
     */
    static long from(long least, LongToDoubleFunction power) {
        long enough = least;
        while (power.applyAsDouble(enough) < SharePower.TARGET) {
            enough *= 2;
            if (enough > MOST)
                throw new IllegalArgumentException("no sample is large enough for so small a difference");
        }
        long tooFew = enough == least ? least - 1 : enough / 2;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (power.applyAsDouble(middle) < SharePower.TARGET) tooFew = middle;
            else enough = middle;
        }
        return enough;
    }
}
