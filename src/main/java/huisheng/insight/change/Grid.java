package huisheng.insight.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cube as the search works on it: cells that can be changed, and in each dimension only the values with enough
 * reviews to be a condition, the most frequent first.
 */
final class Grid {
    /** Values of a dimension, the most frequent, that are combined with those of others. */
    static final int PAIRED = 100;

    private final Cube cube;
    private final int dimensions;
    private final int[] codes;
    private final int[][] ranked;
    private final int[] paired;
    private final double[] cells;
    private final double[] total;

    private Grid(Cube cube, double[] cells, int[][] ranked, int[] codes) {
        this.cube = cube;
        this.dimensions = cube.dimensions().size();
        this.cells = cells;
        this.total = Sums.total(cells);
        this.ranked = ranked;
        this.paired = Arrays.stream(ranked)
                .mapToInt(values -> Math.min(PAIRED, values.length))
                .toArray();
        this.codes = codes;
    }

    static Grid of(Cube cube, ChangeStatistic statistic) {
        int dimensions = cube.dimensions().size();
        int[][] ranked = new int[dimensions][];
        int[] codes = new int[cube.cells() * dimensions];
        for (int d = 0; d < dimensions; d++) {
            ranked[d] = ranked(cube.values(d), cube.sums(d), statistic);
            int[] rank = new int[cube.values(d).size()];
            for (int i = 0; i < ranked[d].length; i++) rank[ranked[d][i]] = i + 1;
            for (int cell = 0; cell < cube.cells(); cell++) {
                codes[cell * dimensions + d] = rank[cube.code(cell, d)] - 1;
            }
        }
        return new Grid(cube, cube.sums(), ranked, codes);
    }

    private static int[] ranked(List<String> values, double[] sums, ChangeStatistic statistic) {
        return IntStream.range(0, values.size())
                .filter(value -> !values.get(value).equals(Cube.NONE))
                .filter(value ->
                        statistic.enough(sums[value * Sums.WIDTH + Sums.NA], sums[value * Sums.WIDTH + Sums.NB]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer value) -> -reviews(sums, value))
                        .thenComparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double reviews(double[] sums, int value) {
        return sums[value * Sums.WIDTH + Sums.NA] + sums[value * Sums.WIDTH + Sums.NB];
    }

    Cube cube() {
        return cube;
    }

    int dimensions() {
        return dimensions;
    }

    int size() {
        return cells.length / Sums.WIDTH;
    }

    /** Values of a dimension that can be a condition. */
    int width(int dimension) {
        return ranked[dimension].length;
    }

    /** Values of a dimension that are combined with those of others. */
    int paired(int dimension) {
        return paired[dimension];
    }

    /** Rank of the cell's value, -1 where it can't be a condition. */
    int code(int cell, int dimension) {
        return codes[cell * dimensions + dimension];
    }

    String value(int dimension, int rank) {
        return cube.values(dimension).get(ranked[dimension][rank]);
    }

    /** The cells themselves, see {@link Sums}: who changes them calls {@link #retotal}. */
    double[] cells() {
        return cells;
    }

    double[] total() {
        return total;
    }

    void retotal() {
        System.arraycopy(Sums.total(cells), 0, total, 0, Sums.WIDTH);
    }

    boolean matches(int cell, Condition condition) {
        for (int i = 0; i < condition.depth(); i++) {
            if (codes[cell * dimensions + condition.dimension(i)] != condition.code(i)) return false;
        }
        return true;
    }
}
