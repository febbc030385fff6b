package huisheng.insight.statistics;

import java.util.stream.IntStream;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * What each predictor adds to R², averaged over all orders in which they may enter, which is Shapley's value: R. H.
 * Lindeman, P. F. Merenda and R. Z. Gold, Introduction to Bivariate and Multivariate Analysis (1980), 119–127; U. Grömping,
 * "Relative importance for linear regression in R: the package relaimpo", Journal of Statistical Software 17 (2006) 1,
 * 1–27.
 */
public final class Lmg {
    /** A regression for each subset: 1023 of them. */
    public static final int MAX_PREDICTORS = 10;

    private Lmg() {}

    /**
     * @param predictors as in {@link RelativeWeights#of(double[][], double[])}, at most {@link #MAX_PREDICTORS}
     * @return weights that add up to R²
     * @throws IllegalArgumentException as there, and for too many predictors
     */
    public static RelativeWeights of(double[][] predictors, double[] criterion) {
        int size = predictors.length;
        if (size > MAX_PREDICTORS) throw new IllegalArgumentException(size + " predictors, at most " + MAX_PREDICTORS);
        double all = Correlations.of(predictors).r2(criterion);
        double[] r2 = new double[1 << size];
        for (int set = 1; set < r2.length; set++) r2[set] = r2(predictors, criterion, set);
        double[] weights = new double[size];
        for (int set = 0; set < r2.length - 1; set++) {
            double orders = orders(Integer.bitCount(set), size);
            for (int j = 0; j < size; j++) {
                if ((set & 1 << j) == 0) weights[j] += orders * (r2[set | 1 << j] - r2[set]);
            }
        }
        return RelativeWeights.of(all, weights);
    }

    /** Share of all orders in which {@code before} given predictors come first, then a given one, then the rest. */
    private static double orders(int before, int size) {
        return CombinatoricsUtils.factorialDouble(before)
                * CombinatoricsUtils.factorialDouble(size - 1 - before)
                / CombinatoricsUtils.factorialDouble(size);
    }

    private static double r2(double[][] predictors, double[] criterion, int set) {
        int[] members = IntStream.range(0, predictors.length)
                .filter(j -> (set & 1 << j) != 0)
                .toArray();
        double[][] among = new double[members.length][members.length];
        double[] with = new double[members.length];
        for (int a = 0; a < members.length; a++) {
            with[a] = criterion[members[a]];
            for (int b = 0; b < members.length; b++) among[a][b] = predictors[members[a]][members[b]];
        }
        return Correlations.of(among).r2(with);
    }
}
