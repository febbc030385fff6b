package huisheng.insight.statistics;

import java.util.OptionalDouble;

/**
 * What a pilot can find out about two shares by the two-sided test of {@link ShareDifference} at 0.05: J. L. Fleiss,
 * Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 3, without continuity correction, and with the
 * small chance of a finding in the wrong direction.
 */
public final class SharePower {
    /** Chance of a finding where there is nothing. */
    public static final double ALPHA = 0.05;
    /** Chance of a finding where there is something, by convention what a pilot should have. */
    public static final double TARGET = 0.8;

    private SharePower() {}

    /**
     * Chance that the test finds the difference of the true shares.
     *
     * @return 0 to 1; 0.05 where they are equal, 0 where both are 0 or both 1
     * @throws IllegalArgumentException for a share outside 0 to 1 or an n below 1
     */
    public static double of(double p1, long n1, double p2, long n2) {
        check(p1);
        check(p2);
        if (n1 < 1 || n2 < 1) throw new IllegalArgumentException("no power of " + n1 + " against " + n2);
        double pooled = (n1 * p1 + n2 * p2) / ((double) n1 + n2);
        double reach = Normal.Z95 * Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2));
        double error = Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        double effect = Math.abs(p1 - p2);
        if (error == 0) return effect > reach ? 1 : 0;
        return Normal.cdf((effect - reach) / error) + Normal.cdf((-effect - reach) / error);
    }

    /**
     * Minimum detectable effect: the least rise above {@code p1} that is found with power 0.8. For a fall ask for
     * {@code 1 − p1}.
     *
     * @return above 0; empty where even a rise to 1 is not found
     */
    public static OptionalDouble detectable(double p1, long n1, long n2) {
        if (of(p1, n1, 1, n2) < TARGET) return OptionalDouble.empty();
        double low = 0;
        double high = 1 - p1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (of(p1, n1, p1 + middle, n2) < TARGET) low = middle;
            else high = middle;
        }
        return OptionalDouble.of(high);
    }

    /**
     * The least n of each arm with power 0.8.
     *
     * @throws IllegalArgumentException where the shares are equal or so close that no n up to 10¹⁵ is enough
     */
    public static long perArm(double p1, double p2) {
        return LeastSize.from(1, n -> of(p1, n, p2, n));
    }

    private static void check(double share) {
        if (!(share >= 0 && share <= 1)) throw new IllegalArgumentException("share is " + share);
    }
}
