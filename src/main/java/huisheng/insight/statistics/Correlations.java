package huisheng.insight.statistics;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The correlations of predictors, taken apart into principal axes. Axes on which the predictors hardly differ carry only
 * rounding: what lies on them is left out, so that twins of each other share what both explain instead of exploding.
 */
final class Correlations {
    /** Least variance of an axis, in parts of the largest. */
    private static final double RANK = 1e-9;
    /** What rounding may do to a correlation. */
    private static final double ROUNDING = 1e-6;

    private final double[] variances;
    private final RealMatrix axes;

    private Correlations(EigenDecompositionSymmetric decomposition) {
        variances = decomposition.getEigenvalues();
        axes = decomposition.getV();
    }

    /** @throws IllegalArgumentException for what no predictors can have as correlations */
    static Correlations of(double[][] predictors) {
        if (predictors.length == 0) throw new IllegalArgumentException("no predictor");
        for (int i = 0; i < predictors.length; i++) check(predictors, i);
        Correlations correlations =
                new Correlations(new EigenDecompositionSymmetric(new Array2DRowRealMatrix(predictors)));
        for (double variance : correlations.variances) {
            if (!(variance >= -ROUNDING * predictors.length)) {
                throw new IllegalArgumentException("correlations contradict each other: variance " + variance);
            }
        }
        return correlations;
    }

    private static void check(double[][] predictors, int i) {
        if (predictors[i].length != predictors.length) throw new IllegalArgumentException("matrix is not square");
        if (!(Math.abs(predictors[i][i] - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("predictor " + i + " correlates " + predictors[i][i] + " with itself");
        }
        for (int j = 0; j < i; j++) {
            boolean same = Math.abs(predictors[i][j] - predictors[j][i]) <= ROUNDING;
            if (!same || !(Math.abs(predictors[i][j]) <= 1 + ROUNDING)) {
                throw new IllegalArgumentException(
                        "predictors " + j + " and " + i + " correlate " + predictors[j][i] + ", " + predictors[i][j]);
            }
        }
    }

    int size() {
        return variances.length;
    }

    /**
     * Correlations of the axes with a criterion, given those of the predictors; the sum of their squares is R².
     *
     * @throws IllegalArgumentException where no criterion can correlate so with these predictors
     */
    double[] ofAxes(double[] criterion) {
        if (criterion.length != size()) {
            throw new IllegalArgumentException(size() + " predictors, " + criterion.length + " correlations");
        }
        double[] ofAxes = axes.preMultiply(checked(criterion));
        double least = RANK * Arrays.stream(variances).max().orElseThrow();
        double r2 = 0;
        for (int a = 0; a < ofAxes.length; a++) {
            ofAxes[a] = variances[a] > least ? ofAxes[a] / Math.sqrt(variances[a]) : 0;
            r2 += ofAxes[a] * ofAxes[a];
        }
        if (r2 > 1 + ROUNDING) throw new IllegalArgumentException("correlations contradict each other: R² is " + r2);
        return ofAxes;
    }

    private static double[] checked(double[] criterion) {
        for (double r : criterion) {
            if (!(Math.abs(r) <= 1 + ROUNDING)) throw new IllegalArgumentException("correlation is " + r);
        }
        return criterion;
    }

    /** Share of the criterion's variance that all predictors explain together, 0 to 1. */
    double r2(double[] criterion) {
        return Math.min(1, Arrays.stream(ofAxes(criterion)).map(r -> r * r).sum());
    }

    /** Of axes that count. */
    int rank() {
        double least = RANK * Arrays.stream(variances).max().orElseThrow();
        return (int) Arrays.stream(variances).filter(each -> each > least).count();
    }

    /** What each predictor adds in standard deviations, the others held; twins share. */
    double[] coefficients(double[] criterion) {
        double[] ofAxes = ofAxes(criterion);
        for (int a = 0; a < ofAxes.length; a++) {
            if (ofAxes[a] != 0) ofAxes[a] /= Math.sqrt(variances[a]);
        }
        return axes.operate(ofAxes);
    }

    /** Diagonal of the inverse of the correlations: how much the others blur each (variance inflation). */
    double[] inflations() {
        double least = RANK * Arrays.stream(variances).max().orElseThrow();
        double[] inflations = new double[size()];
        for (int j = 0; j < size(); j++) {
            for (int a = 0; a < size(); a++) {
                double part = axes.getEntry(j, a);
                if (variances[a] > least) inflations[j] += part * part / variances[a];
            }
        }
        return inflations;
    }

    /** Values along the axes, told along the predictors' nearest orthogonal likeness. */
    double[] along(double[] ofAxes) {
        return axes.operate(ofAxes);
    }

    /** Correlations of the predictors (rows) with their nearest orthogonal likeness: the symmetric root. */
    double[][] root() {
        double[] deviations = Arrays.stream(variances)
                .map(each -> Math.sqrt(Math.max(0, each)))
                .toArray();
        return axes.multiply(MatrixUtils.createRealDiagonalMatrix(deviations))
                .multiplyTransposed(axes)
                .getData();
    }
}
