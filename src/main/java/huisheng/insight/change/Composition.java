package huisheng.insight.change;

import java.util.Arrays;

/**
 * What the values of a cell alone let expect of its measure: an additive model of the values' levels, the same in both
 * windows, fitted by backfitting (A. Buja, T. Hastie and R. Tibshirani, "Linear smoothers and additive models", Annals
 * of Statistics 17 (1989), 453–510). Where a product is reviewed by other people than before, its expected measure moves
 * although nobody's opinion did: that is mix, and the search for causes takes it out.
 *
 * <p>All it needs to know of the cells are their sums by value and their reviews by pair of values. Values too rare to
 * be paired share one level.
 */
final class Composition {
    private static final int SWEEPS = 6;
    /** Reviews at the mean that are added to each value, so that a rare one isn't taken at its word. */
    private static final double PRIOR = 20;
    /** Keeps the expected share of a cell inside (0, 1). */
    private static final double EDGE = 5e-4;

    private final Grid grid;
    private final int dimensions;
    /** Reviews of each pair of values, A and B in turn, at {@code [d · dimensions + e]}, both orders. */
    private final double[][] pair;
    /** By value of a dimension, see {@link Sums}. */
    private final double[][] single;

    private final double[][] level;
    private double meanA;
    private double meanB;

    Composition(Grid grid) {
        this.grid = grid;
        this.dimensions = grid.dimensions();
        this.pair = new double[dimensions * dimensions][];
        this.single = new double[dimensions][];
        this.level = new double[dimensions][];
        for (int d = 0; d < dimensions; d++) {
            level[d] = new double[width(d)];
            for (int e = 0; e < dimensions; e++) pair[d * dimensions + e] = new double[width(d) * width(e) * 2];
        }
        count();
    }

    private int width(int dimension) {
        return grid.paired(dimension) + 1;
    }

    private int code(int cell, int dimension) {
        int code = grid.code(cell, dimension);
        int paired = grid.paired(dimension);
        return code < 0 || code > paired ? paired : code;
    }

    private void count() {
        double[] cells = grid.cells();
        int[] at = new int[dimensions];
        for (int cell = 0; cell < grid.size(); cell++) {
            double nA = cells[cell * Sums.WIDTH + Sums.NA];
            double nB = cells[cell * Sums.WIDTH + Sums.NB];
            for (int d = 0; d < dimensions; d++) at[d] = code(cell, d);
            for (int d = 0; d < dimensions; d++) {
                for (int e = d + 1; e < dimensions; e++) {
                    double[] reviews = pair[d * dimensions + e];
                    int start = (at[d] * width(e) + at[e]) * 2;
                    reviews[start] += nA;
                    reviews[start + 1] += nB;
                }
            }
        }
        for (int d = 0; d < dimensions; d++) for (int e = d + 1; e < dimensions; e++) mirror(d, e);
    }

    private void mirror(int d, int e) {
        double[] from = pair[d * dimensions + e];
        double[] to = pair[e * dimensions + d];
        for (int v = 0; v < width(d); v++) {
            for (int w = 0; w < width(e); w++) {
                System.arraycopy(from, (v * width(e) + w) * 2, to, (w * width(d) + v) * 2, 2);
            }
        }
    }

    /** Fits the levels to the cells as they are now. */
    void fit() {
        for (int d = 0; d < dimensions; d++) {
            single[d] = new double[width(d) * Sums.WIDTH];
            Arrays.fill(level[d], 0);
            for (int cell = 0; cell < grid.size(); cell++) {
                Sums.add(grid.cells(), cell * Sums.WIDTH, single[d], code(cell, d) * Sums.WIDTH);
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            centre();
            for (int d = 0; d < dimensions; d++) backfit(d);
        }
        centre();
    }

    /** The windows' own levels are kept apart: a change of all isn't laid on the values that came with it. */
    private void centre() {
        double[] total = grid.total();
        meanA = total[Sums.SA] / total[Sums.NA] - levels(Sums.NA);
        meanB = total[Sums.SB] / total[Sums.NB] - levels(Sums.NB);
    }

    /** Mean of the levels over the reviews of a window. */
    private double levels(int window) {
        double sum = 0;
        for (int d = 0; d < dimensions; d++) {
            for (int v = 0; v < level[d].length; v++) sum += level[d][v] * single[d][v * Sums.WIDTH + window];
        }
        return sum / grid.total()[window];
    }

    private void backfit(int d) {
        for (int v = 0; v < level[d].length; v++) {
            int at = v * Sums.WIDTH;
            double nA = single[d][at + Sums.NA];
            double nB = single[d][at + Sums.NB];
            double left = single[d][at + Sums.SA] + single[d][at + Sums.SB] - nA * meanA - nB * meanB;
            for (int e = 0; e < dimensions; e++) if (e != d) left -= others(d, v, e);
            level[d][v] = left / (nA + nB + PRIOR);
        }
    }

    private double others(int d, int v, int e) {
        double[] reviews = pair[d * dimensions + e];
        double sum = 0;
        for (int w = 0; w < level[e].length; w++) {
            int at = (v * level[e].length + w) * 2;
            sum += (reviews[at] + reviews[at + 1]) * level[e][w];
        }
        return sum;
    }

    /** By how much composition alone moved the whole. */
    double mix() {
        return levels(Sums.NB) - levels(Sums.NA);
    }

    /** Writes what is expected into the cells and their total. */
    void write() {
        double[] total = grid.total();
        double[] cells = grid.cells();
        double mean = (meanA * total[Sums.NA] + meanB * total[Sums.NB]) / (total[Sums.NA] + total[Sums.NB]);
        boolean share = grid.cube().measure() == Measure.SHARE;
        for (int cell = 0; cell < grid.size(); cell++) {
            int at = cell * Sums.WIDTH;
            double expected = mean;
            for (int d = 0; d < dimensions; d++) expected += level[d][code(cell, d)];
            if (share) expected = Math.clamp(expected, EDGE, 1 - EDGE);
            cells[at + Sums.EA] = cells[at + Sums.NA] * expected;
            cells[at + Sums.EB] = cells[at + Sums.NB] * expected;
        }
        grid.retotal();
    }
}
