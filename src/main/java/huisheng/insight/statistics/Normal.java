package huisheng.insight.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** The standard normal distribution. */
final class Normal {
    /** 97.5 % quantile: what a two-sided interval of 95 % reaches on either side. */
    static final double Z95 = 1.959963984540054;

    private static final NormalDistribution STANDARD = new NormalDistribution();

    private Normal() {}

    /** Probability of a value at least as far from 0 as {@code z}. */
    static double twoSided(double z) {
        return Erf.erfc(Math.abs(z) / Math.sqrt(2));
    }

    static double cdf(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }
}
