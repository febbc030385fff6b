package huisheng.insight;

import org.jspecify.annotations.Nullable;

/**
 * Stands where a figure would say more than the data does.
 *
 * @param n reviews there are
 * @param needed reviews from which on there is a figure
 */
public record Insufficient(long n, long needed) {
    /** Below it the Wilson interval of a share is wider than half of all shares there are. */
    public static final int MINIMUM = 5;

    static @Nullable Insufficient below(long n) {
        return n < MINIMUM ? new Insufficient(n, MINIMUM) : null;
    }
}
