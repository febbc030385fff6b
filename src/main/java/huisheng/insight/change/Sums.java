package huisheng.insight.change;

/**
 * Where the sums of a set of reviews lie in an array of {@link #WIDTH} numbers a set: the search adds up millions of
 * them, and one set is one cache line.
 */
final class Sums {
    /** Reviews in windows A and B. */
    static final int NA = 0;

    static final int NB = 1;
    /** Sum of the measured values. */
    static final int SA = 2;

    static final int SB = 3;
    /** The same sum as the composition of the set lets expect it. */
    static final int EA = 4;

    static final int EB = 5;
    /** Sum of the squared values. */
    static final int QA = 6;

    static final int QB = 7;
    static final int WIDTH = 8;

    private Sums() {}

    static void add(double[] from, int at, double[] to, int start) {
        to[start] += from[at];
        to[start + 1] += from[at + 1];
        to[start + 2] += from[at + 2];
        to[start + 3] += from[at + 3];
        to[start + 4] += from[at + 4];
        to[start + 5] += from[at + 5];
        to[start + 6] += from[at + 6];
        to[start + 7] += from[at + 7];
    }

    /** Numbers of a set that the search needs. */
    static int columns(Measure measure) {
        return switch (measure) {
            case COUNT -> SA;
            case SHARE -> QA;
            case MEAN -> WIDTH;
        };
    }

    /** Adds the first {@code columns} only, see {@link #columns}. */
    static void add(double[] from, int at, double[] to, int start, int columns) {
        to[start] += from[at];
        to[start + 1] += from[at + 1];
        if (columns == SA) return;
        to[start + 2] += from[at + 2];
        to[start + 3] += from[at + 3];
        to[start + 4] += from[at + 4];
        to[start + 5] += from[at + 5];
        if (columns == QA) return;
        to[start + 6] += from[at + 6];
        to[start + 7] += from[at + 7];
    }

    /** Sum of all sets in the array. */
    static double[] total(double[] sets) {
        double[] total = new double[WIDTH];
        for (int at = 0; at < sets.length; at += WIDTH) add(sets, at, total, 0);
        return total;
    }

    static double[] minus(double[] total, double[] sets, int at) {
        double[] rest = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) rest[i] = total[i] - sets[at + i];
        return rest;
    }
}
