package huisheng.insight.cluster;

import java.util.Arrays;

/**
 * @param groups of each document, -1 for none
 * @param closeness to the centre of its group
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
record Grouping(int[] groups, double[] closeness) {
    /** Members of groups with too few items are set free. */
    Grouping withoutSmall(int[] copies) {
        int[] sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int d = 0; d < groups.length; d++) if (groups[d] >= 0) sizes[groups[d]] += copies[d];
        int[] kept = Arrays.stream(groups)
                .map(g -> g >= 0 && sizes[g] < Clusters.MIN_MEMBERS ? -1 : g)
                .toArray();
        return new Grouping(kept, closeness);
    }
}
