package huisheng.analysis.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The weights of features for each tag, as bytes times one scale. An entry of the table holds the upper 24 bits of a mixed
 * key and up to five weights, so that a word's features cost one look into memory each; the place of the entry tells
 * the lower bits. Immutable.
 */
final class TagWeights {
    static final int MOST_TAGS = 5;
    /** A word of no span must be likelier by this: so as many spans are missed as are told too much. Measured on dishes. */
    private static final float HANDICAP = 0.25f;

    private static final int STEPS = 127;
    private static final int MARK_SHIFT = 40;
    private static final int LOW_BITS = 8;
    /** The sign of each weight. */
    private static final long SIGNS = 0x80_8080_8080L;
    /** What a word's features move each sum by. */
    private static final int MOVED_BY = 128 * TagFeatures.PER_WORD;

    private static final int LANE = 0xFFFF;
    /** The weights of the tags 0, 2 and 4. */
    private static final long EVEN = 0xFF_00FF_00FFL;

    private final int[] keys;
    private final byte[] stored;
    private final float scale;
    private final long[] table;

    private TagWeights(int[] keys, byte[] stored, float scale, int tags) {
        if (tags > MOST_TAGS) throw new IllegalArgumentException(tags + " tags are too many");
        this.keys = keys;
        this.stored = stored;
        this.scale = scale;
        table = new long[Integer.highestOneBit(Math.max(1 << LOW_BITS, keys.length * 2 - 1)) << 1];
        for (int k = 0; k < keys.length; k++) put(FeatureSet.spread(keys[k]), packed(stored, k * tags, tags));
    }

    /** @param weights of each key for each tag: {@code weights[key * tags + tag]} */
    static TagWeights of(int[] keys, float[] weights, int tags) {
        float largest = 1e-9f;
        for (float weight : weights) largest = Math.max(largest, Math.abs(weight));
        float scale = largest / STEPS;
        byte[] stored = new byte[weights.length];
        for (int w = 0; w < stored.length; w++) stored[w] = (byte) Math.round(weights[w] / scale);
        return new TagWeights(keys, stored, scale, tags);
    }

    static TagWeights read(DataInputStream in, int tags) throws IOException {
        int[] keys = KeyFile.read(in);
        float scale = in.readFloat();
        byte[] stored = new byte[keys.length * tags];
        in.readFully(stored);
        return new TagWeights(keys, stored, scale, tags);
    }

    int[] keys() {
        return keys.clone();
    }

    /** {@code weights[key * tags + tag]}. */
    float[] all() {
        float[] all = new float[stored.length];
        for (int w = 0; w < all.length; w++) all[w] = stored[w] * scale;
        return all;
    }

    void write(DataOutputStream out) throws IOException {
        KeyFile.write(keys, out);
        out.writeFloat(scale);
        out.write(stored);
    }

    /**
     * Sums of the weights of each word's features.
     *
     * The first pass only asks memory, for many places that do not depend on one another. The second adds a word's weights
     * side by side in one number, those of the even tags and those of the odd ones, 16 bits each: all are moved by 128
     * first, so that none is negative and no sum reaches into its neighbour.
     *
     * @param hashes as {@link TagFeatures#of} tells them
     * @return {@code scores[at * tags + tag]}
     */
    float[] scores(int[] hashes, int length, int tags) {
        int mask = table.length - 1;
        long[] entries = new long[hashes.length];
        for (int f = 0; f < entries.length; f++) entries[f] = table[FeatureSet.spread(hashes[f]) & mask];
        float[] scores = new float[length * tags];
        for (int at = 0; at < length; at++) {
            long even = 0;
            long odd = 0;
            for (int f = at * TagFeatures.PER_WORD; f < (at + 1) * TagFeatures.PER_WORD; f++) {
                long entry = entries[f];
                if (entry != 0) entry = probe(entry, FeatureSet.spread(hashes[f]));
                long moved = entry ^ SIGNS;
                even += moved & EVEN;
                odd += (moved >>> Byte.SIZE) & EVEN;
            }
            for (int t = 0; t < tags; t++) {
                long sums = (t & 1) == 0 ? even : odd;
                int moved = (int) (sums >>> (t / 2 * Short.SIZE)) & LANE;
                scores[at * tags + t] = (moved - MOVED_BY) * scale;
            }
            scores[at * tags] -= HANDICAP;
        }
        return scores;
    }

    /**
     * @param entry at the place of the key
     * @return the weights, a byte each from the lowest, 0 for an unknown key; above them the mark
     */
    private long probe(long entry, int spread) {
        int mask = table.length - 1;
        int mark = spread >>> LOW_BITS;
        int at = spread & mask;
        while (entry != 0 && (int) (entry >>> MARK_SHIFT) != mark) {
            at = (at + 1) & mask;
            entry = table[at];
        }
        return entry;
    }

    private void put(int spread, long packed) {
        if (packed == 0) return;
        int mask = table.length - 1;
        int at = spread & mask;
        while (table[at] != 0) at = (at + 1) & mask;
        table[at] = (long) (spread >>> LOW_BITS) << MARK_SHIFT | packed;
    }

    private static long packed(byte[] stored, int from, int tags) {
        long packed = 0;
        for (int t = 0; t < tags; t++) packed |= (stored[from + t] & 0xFFL) << (8 * t);
        return packed;
    }
}
