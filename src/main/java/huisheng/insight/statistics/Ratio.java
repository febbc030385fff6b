package huisheng.insight.statistics;

/**
 * How many times as often: the ratio of two independent shares, with a 95 % interval that is symmetric in the logarithm
 * (D. Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978), 469–474).
 * Half a review is added to those counted and half to the others on each side, so that all is finite where none or all are
 * counted: J. B. S. Haldane, "The estimation and significance of the logarithm of a ratio of frequencies", Annals of Human
 * Genetics 20 (1956), 309–311. Adding it to those counted alone leaves an interval without width where all are counted.
 *
 * @param effect first share / second share, so adjusted; above 0 like the bounds
 * @param p two-sided, that the ratio is 1; below 0.05 exactly where the interval leaves out 1
 */
public record Ratio(double effect, double low, double high, double p) {
    public static Ratio of(Proportion first, Proportion second) {
        double log = Math.log(share(first)) - Math.log(share(second));
        double error = Math.sqrt(squaredError(first) + squaredError(second));
        double reach = Normal.Z95 * error;
        return new Ratio(Math.exp(log), Math.exp(log - reach), Math.exp(log + reach), Normal.twoSided(log / error));
    }

    /** @throws IllegalArgumentException unless 0 ≤ k ≤ n and 1 ≤ n on both sides */
    public static Ratio of(long k1, long n1, long k2, long n2) {
        return of(new Proportion(k1, n1), new Proportion(k2, n2));
    }

    private static double share(Proportion side) {
        return (side.k() + 0.5) / (side.n() + 1.0);
    }

    /** Of the logarithm. */
    private static double squaredError(Proportion side) {
        return 1 / (side.k() + 0.5) - 1 / (side.n() + 1.0);
    }
}
