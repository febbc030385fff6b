package huisheng.insight.series;

import java.util.Arrays;

/** How plausible each bucket is as the start of a burst. */
final class Starts {
    /** Lengths of a rise that are tried; one up to the end besides. */
    private static final int[] RISES = {3, 7, 14, 21, 30, 45, 60};

    private static final int MAX_RISE = 366;

    /** How far a rise may begin before, or after, the most likely step. */
    private static final int BEFORE = 70;

    private static final int AFTER = 20;

    /** Every so many buckets at first. */
    private static final int STRIDE = 4;

    /** A log-likelihood so much below the best counts for nothing, e⁻²⁵, between neighbours too. */
    private static final double NEGLIGIBLE = 25;

    private final Occurrences series;
    private final int end;
    private final int first;
    private final double[][] likelihood;
    private final double dispersion;
    private double most = Double.NEGATIVE_INFINITY;
    private int bestStart;
    private int bestRise;

    Starts(Occurrences series, Stretch stretch) {
        this.series = series;
        this.end = stretch.until();
        this.first = Stretch.first(series);
        this.likelihood = new double[RISES.length + 2][end];
        for (double[] row : likelihood) Arrays.fill(row, Double.NEGATIVE_INFINITY);
        Rise fit = new Rise(series, end);
        for (int start = first; start < end; start++) add(fit, likelihood.length - 1, start, 0);
        int from = Math.max(first, stretch.from() - BEFORE);
        int until = Math.min(end, stretch.from() + AFTER);
        for (int row = 0; row <= RISES.length; row++) coarse(fit, row, from, until);
        for (int row = 0; row <= RISES.length; row++) fine(fit, row, from, until);
        this.dispersion = dispersionOf(fit);
    }

    private void coarse(Rise fit, int row, int from, int until) {
        for (int start = from; start < until; start += STRIDE) tryRise(fit, row, start);
    }

    /** Between neighbours of which one is plausible. */
    private void fine(Rise fit, int row, int from, int until) {
        for (int start = from; start < until; start += STRIDE) {
            int next = Math.min(start + STRIDE, end - 1);
            if (Math.max(likelihood[row][start], likelihood[row][next]) < most - NEGLIGIBLE) continue;
            for (int s = start + 1; s < Math.min(start + STRIDE, until); s++) tryRise(fit, row, s);
        }
    }

    private void tryRise(Rise fit, int row, int start) {
        boolean toTheEnd = row == RISES.length;
        int rise = toTheEnd ? end - start : RISES[row];
        if (toTheEnd ? rise > 2 && rise <= MAX_RISE : start + rise < end) add(fit, row, start, rise);
    }

    private void add(Rise fit, int row, int start, int rise) {
        double value = fit.fit(start, rise);
        likelihood[row][start] = value;
        if (value > most) {
            most = value;
            bestStart = start;
            bestRise = rise;
        }
    }

    /** Of the best fit: Pearson's statistic per degree of freedom, one standard error off, never below Poisson's 1. */
    private double dispersionOf(Rise fit) {
        if (fit.fit(bestStart, bestRise) == Double.NEGATIVE_INFINITY) return 1;
        double sum = 0;
        double variance = 0;
        int known = 0;
        for (int i = 0; i < series.size(); i++) {
            double expected = fit.rate(i, bestStart, bestRise) * series.n(i);
            if (expected == 0) continue;
            known++;
            sum += (series.k(i) - expected) * (series.k(i) - expected) / expected;
            variance += 2 + 1 / expected;
        }
        int freedom = Math.max(1, known - 3);
        return Math.max(1, (sum - Math.sqrt(variance)) / freedom);
    }

    double dispersion() {
        return dispersion;
    }

    int rise() {
        return bestRise;
    }

    /** The start up to which so much of the plausibility lies. */
    int quantile(double of) {
        double[] plausible = new double[end];
        double total = 0;
        for (int row = 0; row < likelihood.length; row++) {
            // step and rise alike probable
            double prior = row == likelihood.length - 1 ? 1 : 1.0 / (likelihood.length - 1);
            for (int s = first; s < end; s++) {
                double weight = prior * Math.exp((likelihood[row][s] - most) / dispersion);
                plausible[s] += weight;
                total += weight;
            }
        }
        double sum = 0;
        for (int s = first; s < end; s++) {
            sum += plausible[s];
            if (sum >= of * total) return s;
        }
        return end - 1;
    }
}
