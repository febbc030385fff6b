package huisheng.insight.cluster;

/**
 * What was measured to work; see the tests for how well.
 *
 * @param neighbours of an item at least; with many items half the square root of their number, so that a large theme holds
 *     together
 * @param minCosine below which two items are no neighbours
 * @param resolution of the communities: more makes them smaller
 * @param minCloseness below which an item is in no cluster
 * @param sameCosine from which two centres are one
 * @param rarity whether rare features count more than common ones
 */
record Tuning(
        int neighbours, double minCosine, double resolution, double minCloseness, double sameCosine, boolean rarity) {
    static final Tuning TEXTS = new Tuning(10, 0.06, 1.5, 0.11, 0.35, true);
    static final Tuning PROFILES = new Tuning(40, 0.2, 1, 0.3, 0.5, false);

    int neighbours(int documents) {
        return Math.max(neighbours, (int) Math.round(Math.sqrt(documents) / 2));
    }
}
