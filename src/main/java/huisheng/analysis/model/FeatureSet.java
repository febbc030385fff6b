package huisheng.analysis.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;

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
    /** The first ones, which no other can be alike: the table does not list them. */
    private int unlisted;

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
        table = new int[0];
    }

    /**
     * Some of its features as a set of their own: no look-up is done again.
     *
     * @param members their numbers, distinct
     * @param from of the stretches that they have there; {@code until} likewise
     */
    FeatureSet some(int[] members, int[] from, int[] until) {
        FeatureSet some = new FeatureSet(members.length, vocabulary);
        for (int i = 0; i < members.length; i++) some.add(hashes[members[i]], from[i], until[i]);
        if (located < size) return some;
        some.places = new int[some.hashes.length];
        for (int i = 0; i < members.length; i++) some.places[i] = places[members[i]];
        some.located = members.length;
        return some;
    }

    /** @return the feature's number in this set */
    @CanIgnoreReturnValue
    public int add(int hash, int start, int end) {
        if ((size - unlisted) * 2 >= table.length) list();
        int mask = table.length - 1;
        int at = spread(hash) & mask;
        while (table[at] != 0) {
            int there = table[at] - 1;
            if (hashes[there] == hash) return there;
            at = (at + 1) & mask;
        }
        table[at] = size + 1;
        return put(hash, start, end);
    }

    /**
     * The same for a feature that is known to be unlike all others, which spares looking for it.
     *
     * @throws IllegalStateException after {@link #add}
     */
    public void addDistinct(int hash, int start, int end) {
        if (table.length > 0) throw new IllegalStateException("distinct features come first");
        put(hash, start, end);
        unlisted = size;
    }

    @CanIgnoreReturnValue
    private int put(int hash, int start, int end) {
        if (size == hashes.length) grow();
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
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

    /** Looks up all that were not looked up yet at once. */
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

    /** As {@link #rawHashes}, of their stretches. */
    int[] starts() {
        return starts;
    }

    int[] ends() {
        return ends;
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
        return norm(size);
    }

    static double norm(int size) {
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

    /** A power of two. */
    private static int capacity(int features) {
        return Integer.highestOneBit(Math.max(16, features) * 2 - 1);
    }

    private void grow() {
        hashes = Arrays.copyOf(hashes, size * 2);
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
    }

    /** Makes a table of twice as many places as there is room for features. */
    private void list() {
        table = new int[capacity(Math.max(hashes.length, size * 2) - unlisted) * 2];
        int mask = table.length - 1;
        for (int i = unlisted; i < size; i++) {
            int at = spread(hashes[i]) & mask;
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = i + 1;
        }
    }
}
