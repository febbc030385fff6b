package huisheng.insight.change;

import huisheng.insight.statistics.FalseDiscovery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the segment that explains best why the cells changed unlike each other: every value, every pair, and the
 * extensions of the pairs in the {@link Beam}. The log-likelihood ratio is largest for the segment that
 * was hit: a wider one is diluted, a narrower one has fewer reviews. What it takes to name a segment is subtracted, so
 * that a deeper one must explain more than its parent.
 */
final class Search {
    private static final double STANDS = 2;
    private final Grid grid;
    private final ChangeStatistic statistic;
    private final Tables tables;
    private final double triples;
    private final long[] tried = new long[Condition.MAX_DEPTH + 1];

    Search(Grid grid, ChangeStatistic statistic, Tables tables) {
        this.grid = grid;
        this.statistic = statistic;
        this.tables = tables;
        this.triples = triples();
    }

    /** @param q false discovery rate over all candidates there could have been */
    record Found(Candidate candidate, double q) {}

    /** Candidates that the last call could choose from. */
    long tried() {
        return Arrays.stream(tried).sum();
    }

    /**
     * @param taken are not found again
     * @param least absolute excess of the figure of window B below which a segment isn't worth naming
     */
    @Nullable
    Found best(Set<Condition> taken, double least) {
        Arrays.fill(tried, 0);
        tried[3] = Math.round(triples);
        List<Candidate> candidates = new ArrayList<>();
        singles(candidates);
        Beam beam = new Beam(grid);
        pairs(candidates, beam);
        extensions(candidates, beam);
        candidates.removeIf(candidate -> taken.contains(candidate.condition()));
        return choose(candidates, least);
    }

    private void singles(List<Candidate> candidates) {
        for (int d = 0; d < grid.dimensions(); d++) {
            double[] sets = tables.single(d);
            for (int v = 0; v * Sums.WIDTH < sets.length; v++) {
                tried[1]++;
                double z = statistic.z(sets, v * Sums.WIDTH, grid.total());
                if (stands(z)) keep(candidates, Condition.of(d, v), sets, v * Sums.WIDTH, z);
            }
        }
    }

    private void pairs(List<Candidate> candidates, Beam beam) {
        for (int d = 0; d < grid.dimensions(); d++) {
            for (int e = d + 1; e < grid.dimensions(); e++) pairs(d, e, candidates, beam);
        }
    }

    private void pairs(int d, int e, List<Candidate> candidates, Beam beam) {
        double[] sets = tables.pair(d, e);
        int width = grid.paired(e);
        for (int i = 0; i * Sums.WIDTH < sets.length; i++) {
            double z = statistic.z(sets, i * Sums.WIDTH, grid.total());
            if (z == 0) continue;
            tried[2]++;
            int v = i / width;
            int w = i % width;
            if (stands(z)) keep(candidates, Condition.of(d, v).and(e, w), sets, i * Sums.WIDTH, z);
            beam.offer(d, v, e, w, z);
        }
    }

    private void extensions(List<Candidate> candidates, Beam beam) {
        if (grid.dimensions() < Condition.MAX_DEPTH) return;
        Set<Condition> known = new HashSet<>();
        for (Extension extension : beam.extend()) {
            for (int f = 0; f < grid.dimensions(); f++) {
                double[] sets = extension.third(f);
                for (int at = 0; at < sets.length; at += Sums.WIDTH) {
                    double z = statistic.z(sets, at, grid.total());
                    if (!stands(z)) continue;
                    Condition condition = extension.condition().and(f, at / Sums.WIDTH);
                    if (known.add(condition)) keep(candidates, condition, sets, at, z);
                }
            }
        }
    }

    /** One that is more likely by chance can neither be accepted nor help another one to be. */
    private static boolean stands(double z) {
        return Math.abs(z) > STANDS;
    }

    private void keep(List<Candidate> candidates, Condition condition, double[] sets, int at, double z) {
        if (statistic.moved(sets, at, grid.total())) candidates.add(new Candidate(condition, sets, at, z, grid));
    }

    /**
     * At most so many triples have enough reviews. Which of them were looked at was chosen by the data, so all of them
     * count as tried.
     */
    private double triples() {
        double reviews = grid.total()[Sums.NA] + grid.total()[Sums.NB];
        double fit = reviews / (2 * ChangeStatistic.MIN_REVIEWS);
        double sum = 0;
        for (int d = 0; d < grid.dimensions(); d++) {
            for (int e = d + 1; e < grid.dimensions(); e++) {
                for (int f = e + 1; f < grid.dimensions(); f++) {
                    double widths = (double) grid.paired(d) * grid.paired(e) * grid.paired(f);
                    sum += Math.min(widths, fit);
                }
            }
        }
        return sum;
    }

    private @Nullable Found choose(List<Candidate> candidates, double least) {
        double[] q =
                FalseDiscovery.q(candidates.stream().mapToDouble(this::weighted).toArray());
        Found best = null;
        for (int i = 0; i < q.length; i++) {
            Candidate candidate = candidates.get(i);
            // The candidates that were not kept have a larger p each: with them, q grows in proportion.
            double ofAll = Math.min(1, q[i] * tried() / q.length);
            if (ofAll > RootCause.FALSE_DISCOVERY_RATE || excess(candidate) < least) continue;
            if (best == null || candidate.score() > best.candidate.score()) best = new Found(candidate, ofAll);
        }
        return best;
    }

    /**
     * Every depth has the same part of the false discoveries, so that the few plain values don't pay for the many
     * triples: C. R. Genovese, K. Roeder and L. Wasserman, "False discovery control with p-value weighting", Biometrika
     * 93 (2006), 509–524.
     */
    private double weighted(Candidate candidate) {
        long depths = Arrays.stream(tried).filter(n -> n > 0).count();
        double weight = (double) tried() / (depths * tried[candidate.condition().depth()]);
        return Math.min(1, candidate.p() / weight);
    }

    private double excess(Candidate candidate) {
        double figure = candidate.sums()[statistic.figure()];
        return Math.abs(figure - statistic.expected(candidate.sums(), 0, grid.total()));
    }
}
