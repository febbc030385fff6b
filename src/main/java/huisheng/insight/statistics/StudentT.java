package huisheng.insight.statistics;

import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t distribution. */
final class StudentT {
    private StudentT() {}

    /** Probability of a value at least as far from 0 as {@code t}. */
    static double twoSided(double t, double df) {
        return Math.min(1, 2 * new TDistribution(df).cumulativeProbability(-Math.abs(t)));
    }

    /** What a two-sided test at {@code alpha} must exceed. */
    static double critical(double alpha, double df) {
        return -new TDistribution(df).inverseCumulativeProbability(alpha / 2);
    }
}
