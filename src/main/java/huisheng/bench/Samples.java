package huisheng.bench;

import java.util.Arrays;

/** Durations of the same kind of work, in milliseconds. */
final class Samples {
    /** Half of what a range of 95 % leaves out. */
    private static final double TAIL = 0.025;

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples ofNanos(long[] nanos) {
        return new Samples(
                Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray());
    }

    /** The smallest value that at least this share of the samples does not pass. */
    double quantile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    /**
     * A range that holds a quantile of whatever the samples were drawn from in at least 95 of 100 runs. It rests on their
     * ranks alone: of n samples as many lie below the quantile as of n coins show heads (David and Nagaraja, Order
     * Statistics, 7.1).
     */
    Figure.Interval interval(double share) {
        int low = 0;
        int high = sorted.length;
        double below = 0;
        for (int rank = 1; rank <= sorted.length; rank++) {
            below += heads(rank - 1, share);
            if (below <= TAIL) low = rank;
            if (below >= 1 - TAIL) high = Math.min(high, rank - 1);
        }
        return new Figure.Interval(
                sorted.length, low == 0 ? null : sorted[low - 1], high == sorted.length ? null : sorted[high]);
    }

    /** Probability of just so many heads, if each coin shows one with this probability. */
    private double heads(int count, double share) {
        double log = count * Math.log(share) + (sorted.length - count) * Math.log1p(-share);
        for (int i = 1; i <= count; i++) log += Math.log((double) (sorted.length - count + i) / i);
        return Math.exp(log);
    }

    double median() {
        return quantile(0.5);
    }
}
