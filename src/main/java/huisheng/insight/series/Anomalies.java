package huisheng.insight.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Buckets that lie outside of what season and neighbours lead one to expect. Which are anomalies is decided over all of
 * them by the rule of Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995), 289–300, so
 * that a quiet series shows none with a probability of at least 95 %. A shift of level is none: see {@link ChangePoints}.
 *
 * @param bands in order of time, those without a value or with too few neighbours left out
 */
public record Anomalies(List<Band> bands) {
    /** Least number of buckets. */
    public static final int NEEDED = 14;

    /** False discovery rate; what an estimated dispersion adds stays below the 5 % promised. */
    static final double RATE = 0.025;

    public Anomalies {
        bands = List.copyOf(bands);
    }

    /**
     * @param value as it was
     * @param expected from its neighbours and its season
     * @param low and {@code high}: bounds of the values that would be no anomaly
     * @param z the standard normal deviate that is as far out, negative below
     * @param p two-sided probability of a value that far out
     * @param anomalous outside of the bounds
     */
    public record Band(
            int bucket,
            double value,
            double expected,
            double low,
            double high,
            double z,
            double p,
            boolean anomalous) {}

    public static Estimate<Anomalies> of(Series series) {
        if (series.known() < NEEDED) return new Estimate.TooShort<>(series.known(), NEEDED);
        List<Expectation> expected = Expectations.of(Adjusted.of(series));
        double[] p = expected.stream().mapToDouble(Expectation::p).toArray();
        double level = threshold(p);
        List<Band> bands = new ArrayList<>();
        for (Expectation one : expected) bands.add(one.band(series, level));
        return new Estimate.Known<>(new Anomalies(bands));
    }

    /**
     * The newest bucket against what those before it lead one to expect, for whoever looks at a series while it grows. One
     * test alone: its band is of {@link #RATE}, and who looks often asks for a smaller p.
     *
     * @return too short as well where the newest bucket is missing, or the level has just shifted
     */
    public static Estimate<Band> newest(Series series) {
        Estimate<Band> tooShort = new Estimate.TooShort<>(series.known(), NEEDED);
        int last = series.size() - 1;
        if (series.known() < NEEDED || series.missing(last)) return tooShort;
        Adjusted past = Adjusted.of(series.range(0, last));
        Expectation expected = Expectations.newest(Adjusted.like(past, series), past);
        return expected == null ? tooShort : new Estimate.Known<>(expected.band(series, RATE));
    }

    public List<Band> found() {
        return bands.stream().filter(Band::anomalous).toList();
    }

    /** The p up to which all are discoveries; where there are none, that of the first one. */
    static double threshold(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int discoveries = 1;
        for (int i = 1; i <= sorted.length; i++) if (sorted[i - 1] <= RATE * i / sorted.length) discoveries = i;
        return RATE * discoveries / Math.max(1, sorted.length);
    }
}
