package huisheng.bench;

import java.util.Arrays;

/** Durations of the same kind of work, in milliseconds. */
final class Samples {
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

    double median() {
        return quantile(0.5);
    }
}
