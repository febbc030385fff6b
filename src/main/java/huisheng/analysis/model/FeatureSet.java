package huisheng.analysis.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Distinct features as 32-bit hashes, each with the stretch of text it was first read from and its place in a vocabulary.
 * Grows while it is filled; one thread at a time. Where two features share a hash the first one stands: at a few hundred
 * features a text this is rare.
 */
public final class FeatureSet {
    /** Of features that no stretch of the text carries. */
    public static final int NOWHERE = -1;

    private final KeyIndex vocabulary;
    private int[] hashes;
    private int[] places;
    private int[] starts;
    private int[] ends;
    private int[] table;
    private int size;
    /** How many have their places already. */
    private int located;

    /** Features of no vocabulary. */
    public FeatureSet(int expected) {
        this(expected, KeyIndex.NONE);
    }

    /**
     * @param expected features, a good guess spares copying
     * @param vocabulary of the models that read this set by places
     */
    public FeatureSet(int expected, KeyIndex vocabulary) {
        this.vocabulary = vocabulary;
        int capacity = capacity(expected);
        hashes = new int[capacity];
        places = new int[0];
        starts = new int[capacity];
        ends = new int[capacity];
        table = new int[capacity * 2];
    }

    private FeatureSet(int[] members, int[] from, int[] until, int count, FeatureSet whole) {
        vocabulary = whole.vocabulary;
        size = count;
        hashes = new int[count];
        boolean isLocated = whole.located == whole.size;
        places = new int[isLocated ? count : 0];
        located = isLocated ? count : 0;
        starts = Arrays.copyOf(from, count);
        ends = Arrays.copyOf(until, count);
        for (int i = 0; i < count; i++) {
            hashes[i] = whole.hashes[members[i]];
            if (isLocated) places[i] = whole.places[members[i]];
        }
        table = new int[0];
    }

    /**
     * Some of this set's features, each read from a stretch of its own: no look-up is done again.
     *
     * @param members numbers of features of this set, distinct; the first {@code count} count
     */
    FeatureSet part(int[] members, int[] from, int[] until, int count) {
        return new FeatureSet(members, from, until, count, this);
    }

    /** The same features, to add others to. */
    public FeatureSet copy() {
        return new FeatureSet(IntStream.range(0, size).toArray(), starts, ends, size, this);
    }

    /** @return the feature's number in this set */
    @CanIgnoreReturnValue
    public int add(int hash, int start, int end) {
        if (size * 2 >= table.length) grow();
        int mask = table.length - 1;
        int at = spread(hash) & mask;
        while (table[at] != 0) {
            int there = table[at] - 1;
            if (hashes[there] == hash) return there;
            at = (at + 1) & mask;
        }
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        table[at] = size + 1;
        return size++;
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

    /** Of each feature in the vocabulary, -1 for one that no model knows; may be longer than the set. */
    int[] places() {
        locate();
        return places;
    }

    /** Looks up all at once, before {@link #part} hands the places on. */
    void locate() {
        if (places.length < size) places = Arrays.copyOf(places, hashes.length);
        if (located < size) vocabulary.find(hashes, places, located, size);
        located = size;
    }

    KeyIndex vocabulary() {
        return vocabulary;
    }

    /** Of each feature; may be longer than the set. Not a copy. */
    int[] rawHashes() {
        return hashes;
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

    /** A power of two: the table is twice as long. */
    private static int capacity(int features) {
        return Integer.highestOneBit(Math.max(16, features) * 2 - 1);
    }

    /** A part has no table before something is added to it. */
    private void grow() {
        int capacity = capacity(size * 2);
        hashes = Arrays.copyOf(hashes, capacity);
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        table = new int[capacity * 2];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int at = spread(hashes[i]) & mask;
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = i + 1;
        }
    }
}
