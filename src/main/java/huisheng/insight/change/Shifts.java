package huisheng.insight.change;

import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.LogLikelihood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the values that moved a measure by growing or shrinking, once the causes are settled. */
final class Shifts {
    /** Part of the change below which a shift isn't worth naming. */
    private static final double MIN_PART = 0.1;
    /** Standard errors of the change that a shift must reach: what moves the whole less than chance explains nothing. */
    private static final double MIN_ERRORS = 1.96;

    private final Grid grid;
    private final Change change;
    private final List<Shift> material = new ArrayList<>();
    private final List<Double> p = new ArrayList<>();

    private Shifts(Grid grid, Change change) {
        this.grid = grid;
        this.change = change;
    }

    /** Of the one dimension whose largest shift is the largest, so that they aren't told twice; largest first. */
    static List<Shift> of(Grid grid, Change change) {
        if (grid.cube().measure() == Measure.COUNT) return List.of();
        Shifts shifts = new Shifts(grid, change);
        for (int d = 0; d < grid.dimensions(); d++) shifts.collect(d);
        return shifts.choose();
    }

    private void collect(int dimension) {
        List<String> values = grid.cube().values(dimension);
        double[] sets = new double[values.size() * Sums.WIDTH];
        for (int cell = 0; cell < grid.size(); cell++) {
            Sums.add(grid.cells(), cell * Sums.WIDTH, sets, grid.cube().code(cell, dimension) * Sums.WIDTH);
        }
        Kitagawa kitagawa = Kitagawa.of(grid.cube().measure(), sets);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equals(Cube.NONE)) continue;
            material.add(shift(grid.cube().dimensions().get(dimension), values.get(i), sets, i, kitagawa.mix(i)));
        }
    }

    private Shift shift(String dimension, String value, double[] sets, int i, double mix) {
        int at = i * Sums.WIDTH;
        double totalA = grid.total()[Sums.NA];
        double totalB = grid.total()[Sums.NB];
        long nA = Math.round(sets[at + Sums.NA]);
        long nB = Math.round(sets[at + Sums.NB]);
        double chance =
                LogLikelihood.of(nA, Math.round(totalA), nB, Math.round(totalB)).p();
        p.add(chance);
        double a = nA > 0 ? sets[at + Sums.SA] / nA : sets[at + Sums.SB] / Math.max(1, nB);
        double b = nB > 0 ? sets[at + Sums.SB] / nB : a;
        return new Shift(
                dimension,
                value,
                nA,
                nB,
                nA / totalA,
                nB / totalB,
                (a + b) / 2,
                mix,
                RootCause.share(mix, change),
                chance);
    }

    private List<Shift> choose() {
        double[] q =
                FalseDiscovery.q(p.stream().mapToDouble(Double::doubleValue).toArray());
        double least = Math.max(MIN_PART * Math.abs(change.difference()), MIN_ERRORS * change.standardError());
        List<Shift> chosen = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Shift shift = material.get(i);
            if (q[i] > RootCause.FALSE_DISCOVERY_RATE || Math.abs(shift.contribution()) < least) continue;
            chosen.add(new Shift(
                    shift.dimension(),
                    shift.value(),
                    shift.nA(),
                    shift.nB(),
                    shift.weightA(),
                    shift.weightB(),
                    shift.measure(),
                    shift.contribution(),
                    shift.shareOfChange(),
                    q[i]));
        }
        chosen.sort(Comparator.comparingDouble((Shift shift) -> -Math.abs(shift.contribution())));
        if (chosen.isEmpty()) return chosen;
        String dimension = chosen.getFirst().dimension();
        return chosen.stream()
                .filter(shift -> shift.dimension().equals(dimension))
                .limit(RootCause.MAX_SHIFTS)
                .toList();
    }
}
