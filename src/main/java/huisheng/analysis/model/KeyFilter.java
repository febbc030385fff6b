package huisheng.analysis.model;

import java.util.Arrays;

/**
 * Tells most unknown keys by one bit each, small enough for the processor's cache: most features of a text are known to no
 * model. Filled once, then only read.
 */
final class KeyFilter {
    private static final int BITS_PER_KEY = 16;

    private final long[] bits;
    private final int shift;

    KeyFilter(int keys) {
        int count = Integer.highestOneBit(Math.max(64, keys * BITS_PER_KEY));
        bits = new long[count >>> 6];
        shift = Integer.numberOfLeadingZeros(count) + 1;
    }

    /** @param spread {@link FeatureSet#spread} of the key, as below */
    void add(int spread) {
        int bit = spread >>> shift;
        bits[bit >>> 6] |= 1L << bit;
    }

    /** False for a key that was not added, true for nearly no other than an added one. */
    boolean mayHold(int spread) {
        int bit = spread >>> shift;
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    /**
     * Where the keys stand that may be known. No branch waits for a bit, so that the processor asks memory for many at once.
     *
     * @param from first of the keys that are asked for; {@code to} is one past the last
     */
    int[] likely(int[] keys, int from, int to) {
        int[] likely = new int[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            int bit = FeatureSet.spread(keys[i]) >>> shift;
            likely[count] = i;
            count += (int) (bits[bit >>> 6] >>> bit & 1);
        }
        return Arrays.copyOf(likely, count);
    }
}
