package huisheng.insight.change;

/** A pair of values whose cells are added up by each third value. */
final class Extension {
    private final int d;
    private final int v;
    private final int e;
    private final int w;
    private final double[][] third;

    /** @param d before {@code e} */
    Extension(Grid grid, int d, int v, int e, int w) {
        this.d = d;
        this.v = v;
        this.e = e;
        this.w = w;
        this.third = new double[grid.dimensions()][];
        for (int f = 0; f < third.length; f++) {
            third[f] = new double[f == d || f == e ? 0 : grid.paired(f) * Sums.WIDTH];
        }
    }

    void add(Grid grid, int cell, int columns) {
        for (int f = 0; f < third.length; f++) {
            int code = grid.code(cell, f) * Sums.WIDTH;
            if (code >= 0 && code < third[f].length) Sums.add(grid.cells(), cell * Sums.WIDTH, third[f], code, columns);
        }
    }

    Condition condition() {
        return Condition.of(d, v).and(e, w);
    }

    /** By the values of dimension {@code f}; empty for those of the pair. */
    double[] third(int f) {
        return third[f];
    }

    int d() {
        return d;
    }

    int v() {
        return v;
    }

    int e() {
        return e;
    }

    int w() {
        return w;
    }
}
