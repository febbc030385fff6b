package huisheng.insight;

import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds every cell of a table against the same column in the other rows. */
final class CrossCells {
    private CrossCells() {}

    /** Row by row. */
    static List<CrossAnalysis.Cell> of(CrossTable table) {
        List<CrossAnalysis.Cell> cells = new ArrayList<>();
        for (String row : table.rows()) {
            for (String column : table.columns()) cells.add(cell(table, row, column));
        }
        int[] tested = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).difference() != null)
                .toArray();
        double[] p = IntStream.of(tested)
                .mapToDouble(i -> java.util.Objects.requireNonNull(cells.get(i).difference())
                        .p())
                .toArray();
        double[] q = FalseDiscovery.q(p);
        for (int i = 0; i < tested.length; i++) cells.set(tested[i], with(cells.get(tested[i]), q[i]));
        return cells;
    }

    private static CrossAnalysis.Cell cell(CrossTable table, String row, String column) {
        Measured here = table.cell(row, column);
        Measured rest = table.rest(row, column);
        long n = table.base().cell(row, column).n();
        boolean share = table.measure() == CrossMeasure.SHARE && here.n() + rest.n() > 0;
        Double expected = share ? expected((Measured.Rate) here, (Measured.Rate) rest) : null;
        boolean named = !row.equals(CrossCounts.OTHER) && !column.equals(CrossCounts.OTHER);
        boolean tested = named && here.enough() && rest.enough();
        return new CrossAnalysis.Cell(
                row,
                column,
                n,
                here.figure(),
                rest.figure(),
                expected,
                tested ? here.against(rest) : null,
                share && tested ? residual((Measured.Rate) here, (Measured.Rate) rest) : null,
                null);
    }

    private static double expected(Measured.Rate here, Measured.Rate rest) {
        return (double) here.n() * (here.k() + rest.k()) / (here.n() + rest.n());
    }

    /** The adjusted residual of a cell is the z of the two shares that its row and column cut the table into. */
    private static double residual(Measured.Rate here, Measured.Rate rest) {
        return ShareDifference.of(here.proportion(), rest.proportion()).z();
    }

    private static CrossAnalysis.Cell with(CrossAnalysis.Cell cell, @Nullable Double q) {
        return new CrossAnalysis.Cell(
                cell.row(),
                cell.column(),
                cell.n(),
                cell.figure(),
                cell.rest(),
                cell.expected(),
                cell.difference(),
                cell.residual(),
                q);
    }
}
