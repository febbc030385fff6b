package huisheng.insight.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * How much each of several predictors that go together contributes to a criterion, say aspects to the rating: J. W.
 * Johnson, "A heuristic method for estimating the relative weight of predictor variables in multiple regression",
 * Multivariate Behavioral Research 35 (2000), 1–19. Near to {@link Lmg}, at the cost of one eigendecomposition.
 *
 * @param r2 share of the criterion's variance that all explain together, 0 to 1
 * @param weights one of each predictor, 0 or more; they add up to r2
 * @param shares weights / r2, which add up to 1; all 0 where r2 is 0
 */
public record RelativeWeights(double r2, List<Double> weights, List<Double> shares) {
    public RelativeWeights {
        weights = List.copyOf(weights);
        shares = List.copyOf(shares);
    }

    /**
     * @param predictors correlations among the predictors, square and symmetric with 1 on the diagonal. It may be singular
     *     or nearly so: predictors that say the same share the weight. One that never varies has no correlation and must
     *     be left out.
     * @param criterion correlation of each predictor with the criterion
     * @throws IllegalArgumentException for no predictor, unequal lengths, NaN, a correlation beyond ±1, or such as no data
     *     can have together
     */
    public static RelativeWeights of(double[][] predictors, double[] criterion) {
        Correlations correlations = Correlations.of(predictors);
        double[] beta = correlations.along(correlations.ofAxes(criterion));
        double[][] root = correlations.root();
        double[] weights = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            for (int k = 0; k < beta.length; k++) weights[j] += root[j][k] * root[j][k] * beta[k] * beta[k];
        }
        return of(correlations.r2(criterion), weights);
    }

    static RelativeWeights of(double r2, double[] weights) {
        List<Double> all = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (double weight : weights) {
            all.add(weight);
            shares.add(r2 > 0 ? weight / r2 : 0);
        }
        return new RelativeWeights(r2, all, shares);
    }
}
