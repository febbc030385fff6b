package huisheng.insight.series;

import org.jspecify.annotations.Nullable;

/**
 * When something began to be said more often, at once or rising over up to 60 buckets, and whether it has ended since.
 * The stretch is the most likely of all; its start is the median of the plausible ones, each weighed by its likelihood
 * under a step and under rises of several lengths, step and rise alike probable beforehand.
 */
public final class BurstStart {
    /** Least number of occurrences. */
    public static final int NEEDED = 3;

    /** What a second bound must add to the statistic: chi-square's 99.9 % quantile with one degree, rounded down. */
    private static final double ENDED = 10;

    private static final int MIN_BUCKETS = 3;

    private final Occurrences series;

    private BurstStart(Occurrences series) {
        this.series = series;
    }

    /**
     * @param k occurrences per bucket
     * @param n reviews per bucket, at least k
     * @return null where there are fewer than {@link #NEEDED} occurrences, no stretch of a higher rate, or where it
     *     began before the series
     */
    public static @Nullable Burst of(long[] k, long[] n) {
        Occurrences series = new Occurrences(k, n);
        if (series.said() < NEEDED || series.size() < MIN_BUCKETS) return null;
        return new BurstStart(series).find();
    }

    private @Nullable Burst find() {
        Stretch open = Stretch.open(series);
        Stretch closed = Stretch.closed(series);
        boolean ended = closed.gain() - open.gain() > ENDED;
        Stretch stretch = ended ? closed : open;
        // what is high from the first bucket on began before it
        if (stretch.gain() == 0 || stretch.from() < Stretch.first(series)) return null;
        Starts starts = new Starts(series, stretch);
        double dispersion = starts.dispersion();
        double p = 2
                * Math.min(
                        Supremum.step(open.gain() / dispersion, series.size(), 1) / 2,
                        Supremum.stretch(closed.gain() / dispersion, series.size()));
        int start = starts.quantile(0.5);
        return new Burst(
                start,
                starts.quantile(0.025),
                starts.quantile(0.975),
                stretch.until(),
                starts.rise(),
                series.share(0, start),
                series.share(start, stretch.until()),
                Math.min(1, p));
    }
}
