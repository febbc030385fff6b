package huisheng.insight.change;

/** A grid added up by every value and by every pair of values, kept while cells are settled. */
final class Tables {
    private final Grid grid;
    private final int dimensions;
    private final int columns;
    private final double[][] single;
    private final double[][] pair;

    private Tables(Grid grid) {
        this.grid = grid;
        this.dimensions = grid.dimensions();
        this.columns = Sums.columns(grid.cube().measure());
        this.single = new double[dimensions][];
        this.pair = new double[dimensions * dimensions][];
        for (int d = 0; d < dimensions; d++) {
            single[d] = new double[grid.width(d) * Sums.WIDTH];
            for (int e = d + 1; e < dimensions; e++) {
                pair[d * dimensions + e] = new double[grid.paired(d) * grid.paired(e) * Sums.WIDTH];
            }
        }
    }

    static Tables of(Grid grid) {
        Tables tables = new Tables(grid);
        for (int cell = 0; cell < grid.size(); cell++) tables.add(cell, grid.cells(), cell * Sums.WIDTH);
        return tables;
    }

    double[] single(int dimension) {
        return single[dimension];
    }

    /** @param e after {@code d}; the set of (v, w) is at {@code (v · paired(e) + w) · WIDTH} */
    double[] pair(int d, int e) {
        return pair[d * dimensions + e];
    }

    private void add(int cell, double[] from, int at) {
        for (int d = 0; d < dimensions; d++) {
            int v = grid.code(cell, d);
            if (v < 0) continue;
            Sums.add(from, at, single[d], v * Sums.WIDTH, columns);
            if (v >= Grid.PAIRED) continue;
            for (int e = d + 1; e < dimensions; e++) {
                int w = grid.code(cell, e);
                if (w < 0 || w >= Grid.PAIRED) continue;
                Sums.add(from, at, pair[d * dimensions + e], (v * grid.paired(e) + w) * Sums.WIDTH, columns);
            }
        }
    }

    /** Adds what window B's figure changed by, and its squares, to every set that the cell is in. */
    void change(int cell, int figure, double by, double squares) {
        for (int d = 0; d < dimensions; d++) {
            int v = grid.code(cell, d);
            if (v < 0) continue;
            single[d][v * Sums.WIDTH + figure] += by;
            single[d][v * Sums.WIDTH + Sums.QB] += squares;
            if (v >= Grid.PAIRED) continue;
            for (int e = d + 1; e < dimensions; e++) {
                int w = grid.code(cell, e);
                if (w < 0 || w >= Grid.PAIRED) continue;
                double[] sets = pair[d * dimensions + e];
                int at = (v * grid.paired(e) + w) * Sums.WIDTH;
                sets[at + figure] += by;
                sets[at + Sums.QB] += squares;
            }
        }
    }
}
