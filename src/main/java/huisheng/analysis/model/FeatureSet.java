package huisheng.analysis.model;

import java.util.Arrays;

/**
 * Distinct features as 32-bit hashes, each with the stretch of text it was first read from. Grows while it is filled; one
 * thread at a time. Where two features share a hash the first one stands: at a few hundred features a text this is rare.
 */
public final class FeatureSet {
    /** Of features that no stretch of the text carries. */
    public static final int NOWHERE = -1;

    private int[] hashes;
    private int[] starts;
    private int[] ends;
    private int[] table;
    private int size;

    /** @param expected features, a good guess spares copying */
    public FeatureSet(int expected) {
        int capacity = Math.max(16, expected);
        hashes = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        table = new int[Integer.highestOneBit(capacity * 2 - 1) << 1];
    }

    public void add(int hash, int start, int end) {
        int mask = table.length - 1;
        int at = spread(hash) & mask;
        while (table[at] != 0) {
            if (hashes[table[at] - 1] == hash) return;
            at = (at + 1) & mask;
        }
        if (size == hashes.length) {
            grow();
            add(hash, start, end);
            return;
        }
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        table[at] = ++size;
    }

    /** A feature that is told by no stretch of the text, for example a count. */
    public void signal(int name, int value) {
        add(mix(name, value), NOWHERE, NOWHERE);
    }

    public int size() {
        return size;
    }

    public int hash(int feature) {
        return hashes[feature];
    }

    public int start(int feature) {
        return starts[feature];
    }

    public int end(int feature) {
        return ends[feature];
    }

    public int[] hashes() {
        return Arrays.copyOf(hashes, size);
    }

    /** Models weigh the sum of a text's features by this, so that long texts do not shout. */
    public double norm() {
        return 1 / Math.sqrt(Math.max(1, size));
    }

    /** The number of a label among the values of signals: another order of its enum asks for training again. */
    @SuppressWarnings("EnumOrdinal") // the models' files know these numbers, and every training writes them anew
    public static int number(Enum<?> label) {
        return label.ordinal();
    }

    public static int mix(int a, int b) {
        return spread(a * 0x9E3779B1 + b + 0x7F4A7C15);
    }

    static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int at = spread(hashes[i]) & mask;
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = i + 1;
        }
    }
}
