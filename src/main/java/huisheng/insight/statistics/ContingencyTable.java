package huisheng.insight.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * Whether rows and columns of counts depend on each other, how strongly, and in which cells.
 *
 * <p>Chi-square: K. Pearson, Philosophical Magazine 50 (1900), 157–175, without continuity correction. Rows and columns
 * without any count stay in {@code cells} but count for nothing else, the degrees of freedom neither. With fewer than two
 * of either left there is nothing to test: chi-square, df and both V are 0, p is 1.
 *
 * @param n sum of all counts
 * @param p that rows and columns are independent
 * @param v Cramér's V, 0 to 1: H. Cramér, Mathematical Methods of Statistics (1946), 282; too high for small n
 * @param vCorrected the same corrected for chance, 0 to 1: W. Bergsma, "A bias-correction for Cramér's V and Tschuprow's
 *     T", Journal of the Korean Statistical Society 42 (2013), 323–328
 * @param sufficient whether chi-square may be trusted: at least two rows and columns have counts, no cell of theirs is
 *     expected to hold less than 1 and at most a fifth of them less than 5 (W. G. Cochran, "Some methods for
 *     strengthening the common χ² tests", Biometrics 10 (1954), 417–451)
 * @param cells row by row, as given
 */
public record ContingencyTable(
        long n,
        double chiSquare,
        int df,
        double p,
        double v,
        double vCorrected,
        boolean sufficient,
        List<List<Cell>> cells) {
    public ContingencyTable {
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * @param expected count if rows and columns were independent
     * @param residual adjusted standardised residual, standard normal under independence: S. J. Haberman, "The analysis
     *     of residuals in cross-classified tables", Biometrics 29 (1973), 205–220; 0 where the row or column has no count
     *     or all of them
     * @param p two-sided, of the residual
     * @param q false discovery rate over all cells whose row and column have counts ({@link FalseDiscovery}); 1 for others
     */
    public record Cell(long count, double expected, double residual, double p, double q) {}

    /**
     * @param counts of each row the same number of columns
     * @throws IllegalArgumentException for no row, no column, rows of unequal length, or a negative count
     */
    public static ContingencyTable of(long[][] counts) {
        return new Margins(counts).table();
    }

    /** The sums over a table, and what follows from them. */
    private static final class Margins {
        private final long[][] counts;
        private final long[] rows;
        private final long[] columns;
        private long n;

        Margins(long[][] counts) {
            if (counts.length == 0 || counts[0].length == 0) throw new IllegalArgumentException("empty table");
            this.counts = counts;
            rows = new long[counts.length];
            columns = new long[counts[0].length];
            for (int i = 0; i < counts.length; i++) add(i);
        }

        private void add(int i) {
            if (counts[i].length != columns.length) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + counts[i].length + " columns, not " + columns.length);
            }
            for (int j = 0; j < columns.length; j++) {
                if (counts[i][j] < 0) throw new IllegalArgumentException("count is " + counts[i][j]);
                rows[i] = Math.addExact(rows[i], counts[i][j]);
                columns[j] = Math.addExact(columns[j], counts[i][j]);
                n = Math.addExact(n, counts[i][j]);
            }
        }

        ContingencyTable table() {
            int r = filled(rows);
            int c = filled(columns);
            if (r < 2 || c < 2) return new ContingencyTable(n, 0, 0, 1, 0, 0, false, cells());
            double chiSquare = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    double off = counts[i][j] - expected(i, j);
                    if (expected(i, j) > 0) chiSquare += off * off / expected(i, j);
                }
            }
            int df = (r - 1) * (c - 1);
            double p = Gamma.regularizedGammaQ(df / 2.0, chiSquare / 2);
            double v = Math.min(1, Math.sqrt(chiSquare / n / (Math.min(r, c) - 1)));
            return new ContingencyTable(n, chiSquare, df, p, v, corrected(chiSquare, r, c), sufficient(r, c), cells());
        }

        private double corrected(double chiSquare, int r, int c) {
            double df = (r - 1.0) * (c - 1.0);
            double phi2 = Math.max(0, chiSquare / n - df / (n - 1));
            double shrunk = Math.min(shrunk(r), shrunk(c)) - 1;
            return shrunk <= 0 ? 0 : Math.min(1, Math.sqrt(phi2 / shrunk));
        }

        private double shrunk(int size) {
            return size - (size - 1.0) * (size - 1.0) / (n - 1);
        }

        private boolean sufficient(int r, int c) {
            int small = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    if (rows[i] == 0 || columns[j] == 0 || expected(i, j) >= 5) continue;
                    if (expected(i, j) < 1) return false;
                    small++;
                }
            }
            return small * 5L <= (long) r * c;
        }

        private double expected(int i, int j) {
            return n == 0 ? 0 : (double) rows[i] / n * columns[j];
        }

        private double residual(int i, int j) {
            double open = (1 - (double) rows[i] / n) * (1 - (double) columns[j] / n);
            double error = Math.sqrt(expected(i, j) * open);
            return error > 0 ? (counts[i][j] - expected(i, j)) / error : 0;
        }

        private List<List<Cell>> cells() {
            double[] p = new double[filled(rows) * filled(columns)];
            int next = 0;
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    if (rows[i] > 0 && columns[j] > 0) p[next++] = Normal.twoSided(residual(i, j));
                }
            }
            double[] q = FalseDiscovery.q(p);
            next = 0;
            List<List<Cell>> cells = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                List<Cell> row = new ArrayList<>();
                for (int j = 0; j < columns.length; j++) {
                    boolean filled = rows[i] > 0 && columns[j] > 0;
                    row.add(filled ? cell(i, j, p[next], q[next++]) : new Cell(0, 0, 0, 1, 1));
                }
                cells.add(row);
            }
            return cells;
        }

        private Cell cell(int i, int j, double p, double q) {
            return new Cell(counts[i][j], expected(i, j), residual(i, j), p, q);
        }

        private static int filled(long[] margin) {
            return Math.toIntExact(Arrays.stream(margin).filter(sum -> sum > 0).count());
        }
    }
}
