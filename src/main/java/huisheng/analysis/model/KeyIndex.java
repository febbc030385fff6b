package huisheng.analysis.model;

/** Finds the place of a key among distinct ones by open addressing. Immutable. */
public final class KeyIndex {
    private final int[] keys;
    private final int[] table;

    /** @param keys kept, not copied: there can be millions */
    public KeyIndex(int[] keys) {
        this.keys = keys;
        this.table = new int[Integer.highestOneBit(Math.max(16, keys.length * 2)) << 1];
        int mask = table.length - 1;
        for (int i = 0; i < keys.length; i++) {
            int at = FeatureSet.spread(keys[i]) & mask;
            while (table[at] != 0) at = (at + 1) & mask;
            table[at] = i + 1;
        }
    }

    /** @return the place of the key, -1 where it is not among them */
    public int find(int key) {
        int mask = table.length - 1;
        int at = FeatureSet.spread(key) & mask;
        while (table[at] != 0) {
            if (keys[table[at] - 1] == key) return table[at] - 1;
            at = (at + 1) & mask;
        }
        return -1;
    }
}
