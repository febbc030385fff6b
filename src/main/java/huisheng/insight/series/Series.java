package huisheng.insight.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values of equally long buckets in order of time, gaps allowed. Immutable, safe for use by many threads. */
public final class Series {
    public static final int MAX_BUCKETS = 10_000;

    private final Measure measure;
    private final double[] values;
    private final double[] weights;
    private final double low;
    private final double high;
    private final int[] seasons;

    private Series(Measure measure, double[] values, double[] weights, double low, double high, int[] seasons) {
        this.measure = measure;
        this.values = values;
        this.weights = weights;
        this.low = low;
        this.high = high;
        this.seasons = seasons;
        check();
    }

    /**
     * @param seasons lengths in buckets, shortest first, none or up to two: 7 for days, 24 and 168 for hours
     * @throws IllegalArgumentException where a count is negative or a bound is passed
     */
    public static Series counts(long[] counts, int... seasons) {
        double[] values = Arrays.stream(counts).asDoubleStream().toArray();
        return new Series(Measure.COUNT, values, filled(counts.length), 0, Double.POSITIVE_INFINITY, seasons.clone());
    }

    /** {@code k[i]} of {@code n[i]}; a bucket of which n is 0 is missing. Otherwise as {@link #counts}. */
    public static Series shares(long[] k, long[] n, int... seasons) {
        requireSameLength(k.length, n.length);
        double[] weights = Arrays.stream(n).asDoubleStream().toArray();
        double[] values = IntStream.range(0, k.length)
                .mapToDouble(i -> n[i] == 0 ? requireZero(k[i]) : (double) k[i] / n[i])
                .toArray();
        return new Series(Measure.SHARE, values, weights, 0, 1, seasons.clone());
    }

    /**
     * Means of {@code n[i]} values that lie between {@code low} and {@code high}, such as net sentiment between -1 and 1;
     * a bucket of which n is 0 is missing. Otherwise as {@link #counts}.
     */
    public static Series means(double[] means, long[] n, double low, double high, int... seasons) {
        requireSameLength(means.length, n.length);
        double[] weights = Arrays.stream(n).asDoubleStream().toArray();
        double[] values = IntStream.range(0, n.length)
                .mapToDouble(i -> n[i] == 0 ? 0 : means[i])
                .toArray();
        return new Series(Measure.MEAN, values, weights, low, high, seasons.clone());
    }

    /** The same with those buckets missing where {@code missing} is true, such as hours of an outage. */
    public Series without(boolean[] missing) {
        requireSameLength(missing.length, size());
        double[] known = weights.clone();
        for (int i = 0; i < known.length; i++) if (missing[i]) known[i] = 0;
        return new Series(measure, values, known, low, high, seasons);
    }

    private void check() {
        if (values.length > MAX_BUCKETS) {
            throw new IllegalArgumentException(values.length + " buckets are more than " + MAX_BUCKETS);
        }
        for (int i = 0; i < values.length; i++) {
            boolean within = values[i] >= low && values[i] <= high && Double.isFinite(values[i]);
            if (!(weights[i] >= 0)) throw new IllegalArgumentException("bucket " + i + " has n " + weights[i]);
            if (weights[i] > 0 && !within) throw new IllegalArgumentException("bucket " + i + " is " + values[i]);
        }
        boolean ordered = seasons.length < 2 || (seasons.length == 2 && seasons[0] < seasons[1]);
        if (!ordered || Arrays.stream(seasons).anyMatch(m -> m < 2)) {
            throw new IllegalArgumentException("no seasons: " + Arrays.toString(seasons));
        }
    }

    private static double[] filled(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void requireSameLength(int a, int b) {
        if (a != b) throw new IllegalArgumentException(a + " buckets are not " + b);
    }

    private static double requireZero(long k) {
        if (k != 0) throw new IllegalArgumentException(k + " of 0 is no share");
        return 0;
    }

    public Measure measure() {
        return measure;
    }

    public int size() {
        return values.length;
    }

    /** Buckets that are not missing. */
    public int known() {
        return (int) Arrays.stream(weights).filter(n -> n > 0).count();
    }

    public boolean missing(int bucket) {
        return weights[bucket] == 0;
    }

    /** The value, 0 where it is missing. */
    public double value(int bucket) {
        return missing(bucket) ? 0 : values[bucket];
    }

    /** How many values the bucket's value is made of, 1 for a count, 0 where it is missing. */
    public double weight(int bucket) {
        return weights[bucket];
    }

    /** Least value there can be. */
    public double low() {
        return low;
    }

    /** Greatest value there can be, infinite for a count. */
    public double high() {
        return high;
    }

    int[] seasons() {
        return seasons.clone();
    }

    /** The longest season that the series holds {@code cycles} times, 1 where there is none. */
    int season(int cycles) {
        int longest = 1;
        for (int m : seasons) if ((long) m * cycles <= size()) longest = m;
        return longest;
    }

    /** The last {@code buckets} of it, all where there are fewer. */
    Series tail(int buckets) {
        return range(Math.max(0, size() - buckets), size());
    }

    Series range(int from, int until) {
        double[] part = Arrays.copyOfRange(values, from, until);
        return new Series(measure, part, Arrays.copyOfRange(weights, from, until), low, high, seasons);
    }
}
