package huisheng.analysis.model;

import java.util.Arrays;
import java.util.List;

/** Finds the place of a key among distinct ones by open addressing. Immutable. */
public final class KeyIndex {
    /** Knows no key. */
    public static final KeyIndex NONE = new KeyIndex(new int[0]);

    private static final long PLACE = 0xFFFF_FFFFL;

    /** The key in the upper half, its place + 1 in the lower one: both come with one look into memory. */
    private final long[] table;

    private final int size;

    public KeyIndex(int[] keys) {
        size = keys.length;
        table = new long[Integer.highestOneBit(Math.max(16, size * 2 - 1)) << 1];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int spread = FeatureSet.spread(keys[i]);
            int at = spread & mask;
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = (long) keys[i] << 32 | (i + 1);
        }
    }

    /** Of all the keys of the lists, each once, in the order of their first appearance. */
    public static KeyIndex union(List<int[]> lists) {
        int most = lists.stream().mapToInt(list -> list.length).sum();
        int[] all = new int[most];
        int[] table = new int[Integer.highestOneBit(Math.max(16, most)) << 1];
        int mask = table.length - 1;
        int count = 0;
        for (int[] list : lists) {
            for (int key : list) {
                int at = FeatureSet.spread(key) & mask;
                while (table[at] != 0 && all[table[at] - 1] != key) at = (at + 1) & mask;
                if (table[at] != 0) continue;
                all[count] = key;
                table[at] = ++count;
            }
        }
        return new KeyIndex(Arrays.copyOf(all, count));
    }

    public int size() {
        return size;
    }

    /** @return the place of the key, -1 where it is not among them */
    public int find(int key) {
        return probe(key, FeatureSet.spread(key));
    }

    /**
     * The same for many keys. The first pass asks memory for many places that do not depend on one another, without a branch
     * in between that the processor would have to guess: it waits for all of them at once instead of for each.
     *
     * @param places of the keys from {@code from} to before {@code to}, filled here
     */
    void find(int[] keys, int[] places, int from, int to) {
        int mask = table.length - 1;
        long[] entries = new long[to - from];
        for (int k = from; k < to; k++) entries[k - from] = table[FeatureSet.spread(keys[k]) & mask];
        for (int k = from; k < to; k++) {
            long entry = entries[k - from];
            places[k] = (int) (entry >>> 32) == keys[k] || entry == 0
                    ? (int) (entry & PLACE) - 1
                    : probe(keys[k], FeatureSet.spread(keys[k]));
        }
    }

    private int probe(int key, int spread) {
        int mask = table.length - 1;
        int at = spread & mask;
        while (true) {
            long entry = table[at];
            if (entry == 0) return -1;
            if ((int) (entry >>> 32) == key) return (int) (entry & PLACE) - 1;
            at = (at + 1) & mask;
        }
    }
}
