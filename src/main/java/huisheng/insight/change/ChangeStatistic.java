package huisheng.insight.change;

import org.hipparchus.special.Erf;

/**
 * Whether a segment changed unlike the rest, composition taken out. Segments are read from an array of {@link Sums} at
 * an index, the rest is what the total holds besides. Stateless.
 */
interface ChangeStatistic {
    /** Reviews that a segment needs in each window, and the rest too. */
    int MIN_REVIEWS = 10;

    double SQRT2 = Math.sqrt(2);
    /** Probabilities below it are beyond what a double tells apart. */
    double LEAST = 1e-290;

    static ChangeStatistic of(Measure measure) {
        return switch (measure) {
            case SHARE -> new ShareStatistic();
            case MEAN -> new MeanStatistic();
            case COUNT -> new CountStatistic();
        };
    }

    default boolean enough(double nA, double nB) {
        return nA >= MIN_REVIEWS && nB >= MIN_REVIEWS;
    }

    /**
     * Standard normal where the segment changed like the rest, positive where it rose more; 0 where segment or rest have
     * too few reviews. Its square is the log-likelihood ratio of "changed its own way" against "changed like the rest".
     */
    double z(double[] sets, int at, double[] total);

    /** Whether it is the segment that moved, rather than the rest around it. */
    boolean moved(double[] sets, int at, double[] total);

    /** The segment's figure of window B (sum, or reviews of a count) had it changed like the rest. */
    double expected(double[] sets, int at, double[] total);

    /** Sets one cell of the segment to its part of what was {@code expected}. */
    void settle(double[] cells, int at, double[] segment, double expected);

    /** The figure of window B that counts towards the measure. */
    default int figure() {
        return Sums.SB;
    }

    default boolean enoughOfBoth(double[] sets, int at, double[] total) {
        double nA = sets[at + Sums.NA];
        double nB = sets[at + Sums.NB];
        return enough(nA, nB) && enough(total[Sums.NA] - nA, total[Sums.NB] - nB);
    }

    /** Two-sided. */
    static double p(double z) {
        return Erf.erfc(Math.abs(z) / SQRT2);
    }

    /** Absolute; the inverse of {@link #p}, by Newton's method on its logarithm, which is exact far in the tail too. */
    static double z(double p) {
        if (p >= 1) return 0;
        double goal = Math.log(Math.max(p, LEAST));
        double z = Math.sqrt(-2 * goal);
        for (int i = 0; i < 20; i++) {
            double tail = p(z);
            double slope = 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / tail;
            double step = (Math.log(tail) - goal) / slope;
            z = Math.max(0, z + step);
            if (Math.abs(step) < 1e-12) break;
        }
        return z;
    }
}
