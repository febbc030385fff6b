package huisheng.insight.statistics;

/**
 * Where the middle half of whole numbers lies. Quantiles invert the distribution function and halve its steps (type 2 of R.
 * J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361–365). The 95 %
 * interval of the median lies between the order statistics whose ranks are n/2 ± 1.96·√n/2, rounded outwards (W. J. Conover,
 * Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2); below 6 values it is all of them, and surer of less.
 *
 * @param lower first quartile, in the unit of the values like the others; {@code upper} the third
 * @param low of the median, like {@code high}
 */
public record Quartiles(long n, double lower, double median, double upper, double low, double high) {
    /**
     * @param counts how often 0, 1, 2 and so on occur, at least one in all
     * @throws IllegalArgumentException where a count is negative or all are 0
     */
    public static Quartiles ofCounts(long... counts) {
        long n = 0;
        for (long count : counts) {
            if (count < 0) throw new IllegalArgumentException("count is " + count);
            n = Math.addExact(n, count);
        }
        if (n == 0) throw new IllegalArgumentException("nothing has no quartiles");
        double reach = Normal.Z95 * Math.sqrt((double) n) / 2;
        long low = Math.max(1, (long) Math.floor(n / 2.0 - reach));
        long high = Math.min(n, (long) Math.ceil(n / 2.0 + 1 + reach));
        return new Quartiles(
                n,
                quantile(counts, n, 1),
                quantile(counts, n, 2),
                quantile(counts, n, 3),
                ranked(counts, low),
                ranked(counts, high));
    }

    private static double quantile(long[] counts, long n, int quarters) {
        long whole = Math.multiplyExact(n, quarters);
        long rank = whole / 4;
        if (whole % 4 != 0) return ranked(counts, rank + 1);
        return (ranked(counts, rank) + ranked(counts, rank + 1)) / 2.0;
    }

    /** The value at a rank from 1 on. */
    private static int ranked(long[] counts, long rank) {
        long before = 0;
        for (int value = 0; value < counts.length; value++) {
            before += counts[value];
            if (before >= rank) return value;
        }
        throw new IllegalArgumentException("rank " + rank + " of " + before);
    }
}
