package huisheng.insight.series;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the level of a series shifted, its season taken out: optimal partitioning with a likelihood of the measure's kind.
 * The penalty is such that a series that keeps its level shows a change with a probability of at most 5 %; a drift that a
 * straight line tells as well is none. Spikes of single buckets are not shifts. At most 10,000 buckets in bounded time:
 * see {@link OptimalPartition}.
 */
public final class ChangePoints {
    /** Least number of buckets. */
    public static final int NEEDED = 12;

    /** The penalty's level; what approximation and an estimated dispersion add stays below the 5 % promised. */
    private static final double LEVEL = 0.02;

    /**
     * 95 % quantile of the likelihood ratio between the true and the most likely position, {@code -2 ln(1-√0.95)}: B. E.
     * Hansen, "Sample splitting and threshold estimation", Econometrica 68 (2000), 575–603; Y. Eo and J. Morley,
     * "Likelihood-ratio-based confidence sets for the timing of structural breaks", Quantitative Economics 6 (2015),
     * 463–497.
     */
    private static final double POSITION = 7.352276694155739;

    private final Adjusted series;
    private final SegmentCost cost;
    private final SegmentCost raw;
    private final double[] cut;
    private final double dispersion;
    private final int margin;

    private ChangePoints(Adjusted series, double dispersion) {
        this.series = series;
        this.dispersion = dispersion;
        this.cut = Spikes.cut(series, dispersion);
        this.cost = new SegmentCost(series.measure, cut, series.weight, dispersion);
        this.raw = new SegmentCost(series.measure, series.value, series.weight, dispersion);
        this.margin = Math.clamp(series.size() / 20, 3, 7);
    }

    /** In order of time. */
    public static Estimate<List<ChangePoint>> of(Series series) {
        if (series.known() < NEEDED) return new Estimate.TooShort<>(series.known(), NEEDED);
        return new Estimate.Known<>(of(Adjusted.of(series)));
    }

    static List<ChangePoint> of(Adjusted series) {
        double dispersion = Dispersion.longRun(series);
        return dispersion == 0 ? List.of() : new ChangePoints(series, dispersion).find();
    }

    private List<ChangePoint> find() {
        double penalty = Supremum.estimated(Supremum.stepAt(LEVEL, series.size(), margin), freedom());
        List<Integer> bounds = new ArrayList<>(OptimalPartition.changes(cost, penalty, margin));
        bounds.addFirst(0);
        bounds.addLast(series.size());
        refine(bounds);
        dropInsignificant(bounds);
        if (bounds.size() == 2 || Drift.tellsBetter(series, cut, bounds, dispersion, penalty)) return List.of();
        List<ChangePoint> changes = new ArrayList<>();
        for (int i = 1; i < bounds.size() - 1; i++) {
            changes.add(change(bounds.get(i - 1), bounds.get(i), bounds.get(i + 1)));
        }
        return List.copyOf(changes);
    }

    /** Degrees of freedom of a variance by differences of independent values: about two thirds of n. */
    private double freedom() {
        return Math.max(2, 2.0 / 3 * series.size());
    }

    /** To the exact position, where the partition looked at a coarse grid. */
    private void refine(List<Integer> bounds) {
        if (OptimalPartition.stride(series.size()) == 1) return;
        for (int i = 1; i < bounds.size() - 1; i++) {
            int split = cost.bestSplit(bounds.get(i - 1), bounds.get(i + 1), margin);
            if (split > 0) bounds.set(i, split);
        }
    }

    private void dropInsignificant(List<Integer> bounds) {
        while (bounds.size() > 2) {
            int weakest = 1;
            for (int i = 2; i < bounds.size() - 1; i++) if (gain(bounds, i) < gain(bounds, weakest)) weakest = i;
            if (p(gain(bounds, weakest)) <= LEVEL) return;
            bounds.remove(/* index */ weakest);
        }
    }

    private double gain(List<Integer> bounds, int i) {
        return cost.gain(bounds.get(i - 1), bounds.get(i), bounds.get(i + 1));
    }

    private double p(double gain) {
        return Supremum.step(Supremum.known(gain, freedom()), series.size(), margin);
    }

    private ChangePoint change(int from, int split, int until) {
        double most = cost.gain(from, split, until);
        int earliest = split;
        int latest = split;
        for (int s = from + 1; s < until; s++) {
            if (most - cost.gain(from, s, until) > POSITION) continue;
            earliest = Math.min(earliest, s);
            latest = Math.max(latest, s);
        }
        return new ChangePoint(
                series.bucket[split],
                series.bucket[earliest],
                series.bucket[latest],
                series.level(raw.level(from, split)),
                series.level(raw.level(split, until)),
                p(most));
    }
}
