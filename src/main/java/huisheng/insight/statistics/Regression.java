package huisheng.insight.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Ordinary least squares from correlations: what a criterion changes with each predictor while the others stay, in standard
 * deviations. N. R. Draper and H. Smith, Applied Regression Analysis, 3rd ed. (1998), chapters 6 and 16. Predictors that
 * say the same share their coefficient.
 *
 * @param r2 share of the criterion's variance that all explain together, 0 to 1
 * @param coefficients standardised, in the order of the predictors
 * @param errors standard error of each, where residuals are alike and independent; 0 where all is explained
 */
public record Regression(double r2, List<Double> coefficients, List<Double> errors) {
    public Regression {
        coefficients = List.copyOf(coefficients);
        errors = List.copyOf(errors);
    }

    /**
     * @param predictors and {@code criterion} as in {@link RelativeWeights#of(double[][], double[])}
     * @param n observations that the correlations are made of, at least two more than predictors
     * @throws IllegalArgumentException as there, and for too few observations
     */
    public static Regression of(double[][] predictors, double[] criterion, long n) {
        Correlations correlations = Correlations.of(predictors);
        long freedom = n - correlations.rank() - 1;
        if (freedom < 1)
            throw new IllegalArgumentException(n + " observations of " + predictors.length + " predictors");
        double r2 = correlations.r2(criterion);
        double residual = (1 - r2) / freedom;
        double[] errors = Arrays.stream(correlations.inflations())
                .map(inflation -> Math.sqrt(residual * inflation))
                .toArray();
        return new Regression(r2, list(correlations.coefficients(criterion)), list(errors));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
