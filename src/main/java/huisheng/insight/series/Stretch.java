package huisheng.insight.series;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The stretch [from, until) with the greatest gain.
 *
 * @param gain statistic of {@link Occurrences#gain}
 */
record Stretch(int from, int until, double gain) {
    private static final int MAX_THRESHOLDS = 200;

    /** The best stretch that reaches the end: a step. */
    static Stretch open(Occurrences series) {
        Stretch best = new Stretch(series.size(), series.size(), 0);
        for (int from = first(series); from < series.size(); from++) {
            best = best.orBetter(of(series, from, series.size()));
        }
        return best;
    }

    /**
     * The best of all. For given rates the likelihood of a stretch is, up to a factor, a sum over its buckets of {@code k -
     * c·n}; so the best one is the heaviest for some threshold c (J. Kleinberg, "Bursty and hierarchical structure in
     * streams", KDD 2002, has two fixed rates). The greatest sum is convex and piecewise linear in c: each of its corners
     * lies between two known ones, where their lines meet (M. J. Eisner and D. G. Severance, JACM 23 (1976), 619–635).
     */
    static Stretch closed(Occurrences series) {
        double greatest = 0;
        for (int i = 0; i < series.size(); i++) greatest = Math.max(greatest, series.share(i, i + 1));
        Stretch whole = of(series, 0, series.size());
        Stretch peak = heaviest(series, 0.999 * greatest);
        Stretch best = open(series).orBetter(peak);
        Deque<Stretch[]> between = new ArrayDeque<>();
        between.add(new Stretch[] {whole, peak});
        for (int i = 0; i < MAX_THRESHOLDS && !between.isEmpty(); i++) {
            Stretch[] pair = between.remove();
            double n = pair[0].n(series) - pair[1].n(series);
            if (n <= 0) continue;
            double threshold = (pair[0].k(series) - pair[1].k(series)) / n;
            Stretch middle = heaviest(series, threshold);
            // no further corner where it only meets the lines known
            double weight = pair[1].k(series) - threshold * pair[1].n(series);
            if (middle.k(series) - threshold * middle.n(series) <= weight + 1e-9) continue;
            best = best.orBetter(middle);
            between.add(new Stretch[] {pair[0], middle});
            between.add(new Stretch[] {middle, pair[1]});
        }
        return best;
    }

    /** The stretch with the greatest sum of {@code k - threshold · n}, by Kadane's rule. */
    private static Stretch heaviest(Occurrences series, double threshold) {
        double sum = 0;
        double most = 0;
        int from = 0;
        int bestFrom = 0;
        int bestUntil = 0;
        for (int i = 0; i < series.size(); i++) {
            if (sum <= 0) {
                sum = 0;
                from = i;
            }
            sum += series.k(i) - threshold * series.n(i);
            if (sum > most) {
                most = sum;
                bestFrom = from;
                bestUntil = i + 1;
            }
        }
        return of(series, bestFrom, bestUntil);
    }

    private static Stretch of(Occurrences series, int from, int until) {
        return new Stretch(from, until, series.gain(from, until));
    }

    private Stretch orBetter(Stretch other) {
        return other.gain > gain ? other : this;
    }

    private double k(Occurrences series) {
        return series.said(from, until);
    }

    private double n(Occurrences series) {
        return series.could(from, until);
    }

    /** The first bucket before which something could be said. */
    static int first(Occurrences series) {
        int first = 1;
        while (first < series.size() && series.could(0, first) == 0) first++;
        return first;
    }
}
