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

    private final int[] keys;
    private final byte[] stored;
    private final float scale;
    private final long[] table;
    private final KeyFilter known;

    private TagWeights(int[] keys, byte[] stored, float scale, int tags) {
        if (tags > MOST_TAGS) throw new IllegalArgumentException(tags + " tags are too many");
        this.keys = keys;
        this.stored = stored;
        this.scale = scale;
        table = new long[Integer.highestOneBit(Math.max(1 << LOW_BITS, keys.length * 2 - 1)) << 1];
        known = new KeyFilter(keys.length);
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
     * In passes without branches to guess, as in {@link KeyIndex}.
     *
     * @param hashes as {@link TagFeatures#of} tells them
     * @return {@code scores[at * tags + tag]}
     */
    float[] scores(int[] hashes, int length, int tags) {
        int[] likely = known.likely(hashes, 0, hashes.length);
        int mask = table.length - 1;
        long[] entries = new long[likely.length];
        for (int l = 0; l < likely.length; l++) entries[l] = table[FeatureSet.spread(hashes[likely[l]]) & mask];
        int[] sums = new int[length * tags];
        for (int l = 0; l < likely.length; l++) {
            int spread = FeatureSet.spread(hashes[likely[l]]);
            long entry = entries[l];
            if ((int) (entry >>> MARK_SHIFT) != spread >>> LOW_BITS) entry = probe(spread);
            int at = likely[l] / TagFeatures.PER_WORD * tags;
            for (int t = 0; t < tags; t++) sums[at + t] += (byte) (entry >> (8 * t));
        }
        float[] scores = new float[sums.length];
        for (int i = 0; i < sums.length; i++) scores[i] = sums[i] * scale;
        for (int i = 0; i < sums.length; i += tags) scores[i] -= HANDICAP;
        return scores;
    }

    /** @return the weights, a byte each from the lowest, 0 for an unknown key */
    private long probe(int spread) {
        int mask = table.length - 1;
        int at = spread & mask;
        int mark = spread >>> LOW_BITS;
        while (true) {
            long entry = table[at];
            if (entry == 0 || (int) (entry >>> MARK_SHIFT) == mark) return entry;
            at = (at + 1) & mask;
        }
    }

    private void put(int spread, long packed) {
        if (packed == 0) return;
        known.add(spread);
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
