package huisheng.insight.statistics;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * The t distribution of a sample whose mean isn't 0: R. V. Lenth, "Algorithm AS 243: cumulative distribution function of
 * the non-central t distribution", Applied Statistics 38 (1989), 185–189.
 */
final class NoncentralT {
    /** Terms that are smaller in both weights no longer change the sum. */
    private static final double NEGLIGIBLE = 1e-15;

    /** From here on exp(−shift²/2) is lost, and so would be the sum. */
    private static final double FURTHEST = 37;

    private NoncentralT() {}

    /**
     * Probability of a value of at most {@code t}, absolute error below 1e-9.
     *
     * @param shift mean over its standard error; beyond ±37 the value is taken to lie at {@code shift}
     */
    static double cdf(double t, double df, double shift) {
        if (Math.abs(shift) > FURTHEST) return t >= shift ? 1 : 0;
        return t < 0 ? 1 - cdfFromZero(-t, df, -shift) : cdfFromZero(t, df, shift);
    }

    private static double cdfFromZero(double t, double df, double shift) {
        double below = Normal.cdf(-shift);
        if (t == 0) return below;
        double x = t * t / (t * t + df);
        double rate = shift * shift / 2;
        double even = Math.exp(-rate);
        double odd = shift / Math.sqrt(2) * Math.exp(-rate - Gamma.logGamma(1.5));
        double sum = 0;
        for (int j = 0; j <= rate || even + Math.abs(odd) > NEGLIGIBLE; j++) {
            sum += even * Beta.regularizedBeta(x, j + 0.5, df / 2) + odd * Beta.regularizedBeta(x, j + 1.0, df / 2);
            even *= rate / (j + 1);
            odd *= rate / (j + 1.5);
        }
        return Math.min(1, below + sum / 2);
    }
}
