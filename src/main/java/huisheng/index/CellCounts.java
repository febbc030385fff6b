package huisheng.index;

import java.util.Arrays;

/** Counts by a key of 64 bits: an open-addressing table with linear probing, so that a pass makes no objects. */
final class CellCounts {
    private static final long EMPTY = -1;

    private final int columns;
    private final int maxCells;
    private long[] keys = new long[1 << 10];
    private long[] counts;
    private int size;

    /** @param columns of numbers per key */
    CellCounts(int columns, int maxCells) {
        this.columns = columns;
        this.maxCells = maxCells;
        this.counts = new long[keys.length * columns];
        Arrays.fill(keys, EMPTY);
    }

    /** Where the numbers of the key begin in {@link #add}; -1 where there is no room for another key. */
    int slot(long key) {
        int at = find(keys, key);
        if (keys[at] == EMPTY) {
            if (size == maxCells) return -1;
            keys[at] = key;
            size++;
            if (size * 2 > keys.length) {
                grow();
                at = find(keys, key);
            }
        }
        return at * columns;
    }

    private static int find(long[] keys, long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & mask;
        while (keys[at] != EMPTY && keys[at] != key) at = (at + 1) & mask;
        return at;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        Arrays.fill(moreKeys, EMPTY);
        long[] moreCounts = new long[moreKeys.length * columns];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] == EMPTY) continue;
            int at = find(moreKeys, keys[i]);
            moreKeys[at] = keys[i];
            System.arraycopy(counts, i * columns, moreCounts, at * columns, columns);
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    void add(int slot, int column, long n) {
        counts[slot + column] += n;
    }

    /** The keys there are, ascending, so that the order tells nothing of how they were met. */
    long[] keys() {
        return Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
    }

    long count(long key, int column) {
        return counts[find(keys, key) * columns + column];
    }
}
