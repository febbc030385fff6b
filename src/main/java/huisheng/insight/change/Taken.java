package huisheng.insight.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segments that were taken. Each owns its cells that none before it has; they are set to what the cells without an
 * owner did, and again with every segment that is taken, as the rest is a smaller one then.
 */
final class Taken {
    private final Grid grid;
    private final ChangeStatistic statistic;
    private final Tables tables;
    private final byte[] owner;
    private final List<Search.Found> segments = new ArrayList<>();
    private final List<double[]> owned = new ArrayList<>();
    private double[] rest;

    Taken(Grid grid, ChangeStatistic statistic, Tables tables) {
        this.grid = grid;
        this.statistic = statistic;
        this.tables = tables;
        this.owner = new byte[grid.size()];
        Arrays.fill(owner, (byte) -1);
        this.rest = grid.total().clone();
    }

    List<Search.Found> segments() {
        return segments;
    }

    /** Leaves out a segment that has too few reviews of its own, or leaves too few to the rest. */
    void take(Search.Found found) {
        double[] sums = own(found.candidate().condition());
        double[] left = Sums.minus(rest, sums, 0);
        boolean enough =
                statistic.enough(sums[Sums.NA], sums[Sums.NB]) && statistic.enough(left[Sums.NA], left[Sums.NB]);
        if (!enough) return;
        for (int cell = 0; cell < owner.length; cell++) {
            if (isFree(cell, found.candidate().condition())) owner[cell] = (byte) segments.size();
        }
        segments.add(found);
        owned.add(sums);
        rest = left;
        settle();
    }

    private double[] own(Condition condition) {
        double[] sums = new double[Sums.WIDTH];
        for (int cell = 0; cell < owner.length; cell++) {
            if (isFree(cell, condition)) Sums.add(grid.cells(), cell * Sums.WIDTH, sums, 0);
        }
        return sums;
    }

    private boolean isFree(int cell, Condition condition) {
        return owner[cell] < 0 && grid.matches(cell, condition);
    }

    private void settle() {
        double[] cells = grid.cells();
        double[] expected = new double[owned.size()];
        for (int i = 0; i < expected.length; i++) expected[i] = expected(owned.get(i));
        for (int cell = 0; cell < owner.length; cell++) {
            if (owner[cell] < 0) continue;
            int at = cell * Sums.WIDTH;
            double figure = cells[at + statistic.figure()];
            double squares = cells[at + Sums.QB];
            statistic.settle(cells, at, owned.get(owner[cell]), expected[owner[cell]]);
            tables.change(
                    cell, statistic.figure(), cells[at + statistic.figure()] - figure, cells[at + Sums.QB] - squares);
        }
        grid.retotal();
    }

    private double expected(double[] sums) {
        double[] both = rest.clone();
        Sums.add(sums, 0, both, 0);
        return statistic.expected(sums, 0, both);
    }

    /** The figure of window B beyond what the rest did, of each segment's own cells. */
    double[] excess() {
        double[] excess = new double[segments.size()];
        for (int i = 0; i < excess.length; i++) excess[i] = owned.get(i)[statistic.figure()];
        for (int cell = 0; cell < owner.length; cell++) {
            if (owner[cell] >= 0) excess[owner[cell]] -= grid.cells()[cell * Sums.WIDTH + statistic.figure()];
        }
        return excess;
    }
}
