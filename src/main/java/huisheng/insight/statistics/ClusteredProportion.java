package huisheng.insight.statistics;

/**
 * A share of things that come in groups which share their fate, such as complaints that one ticket answers together. Its
 * interval is Wilson's with the effective number of things in place of their number: E. L. Korn and B. I. Graubard,
 * "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey
 * Methodology 24 (1998), 193–201. Where none or all are counted, what happens within a group tells nothing of how alike it
 * is, so that each group then counts as one.
 */
public record ClusteredProportion(double value, double effective) implements Scored {
    /**
     * @param hits of each group
     * @param sizes of the same groups, in the same order; at least one thing in all
     */
    public static ClusteredProportion of(long[] hits, long[] sizes) {
        long k = 0;
        long n = 0;
        double squares = 0;
        for (int i = 0; i < sizes.length; i++) {
            Counts.checkShare(hits[i], sizes[i]);
            k += hits[i];
            n += sizes[i];
            squares += (double) sizes[i] * sizes[i];
        }
        double p = (double) k / n;
        double whole = n * (double) n / squares;
        return new ClusteredProportion(p, k == 0 || k == n || sizes.length < 2 ? whole : effective(hits, sizes, p, n));
    }

    private static double effective(long[] hits, long[] sizes, double p, long n) {
        double between = 0;
        for (int i = 0; i < sizes.length; i++) {
            double off = hits[i] - p * sizes[i];
            between += off * off;
        }
        double variance = sizes.length / (sizes.length - 1.0) * between / n / n;
        return Math.min((double) n, p * (1 - p) / variance);
    }

    @Override
    public double low(double z) {
        if (value == 0) return 0;
        return (value + z * z / (2 * effective) - half(z)) / (1 + z * z / effective);
    }

    @Override
    public double high(double z) {
        if (value == 1) return 1;
        return (value + z * z / (2 * effective) + half(z)) / (1 + z * z / effective);
    }

    private double half(double z) {
        return z * Math.sqrt(value * (1 - value) / effective + z * z / (4 * effective * effective));
    }
}
