package huisheng.insight.statistics;

/**
 * What a pilot can find out about two means by the two-sided test of {@link MeanDifference} at 0.05: noncentral t with
 * Satterthwaite's degrees of freedom at the true deviations; J. Cohen, Statistical Power Analysis for the Behavioral
 * Sciences, 2nd ed. (1988), chapter 2.
 */
public final class MeanPower {
    /** Degrees of freedom from which on t is taken as they are here; the difference is below 1e-8. */
    private static final double NORMAL_FROM = 1e8;

    private MeanPower() {}

    /**
     * Chance that the test finds a difference.
     *
     * @param effect true difference, in the unit of the measure
     * @param sd1 true standard deviation of the first arm, of {@code n1} values
     * @return 0 to 1; 0.05 where the effect is 0
     * @throws IllegalArgumentException for an n below 2, a negative or infinite figure, or where neither arm varies
     */
    public static double of(double effect, double sd1, long n1, double sd2, long n2) {
        check(effect, sd1, sd2);
        if (n1 < 2 || n2 < 2) throw new IllegalArgumentException("no power of " + n1 + " against " + n2);
        double part1 = sd1 * sd1 / n1;
        double part2 = sd2 * sd2 / n2;
        double total = part1 + part2;
        double satterthwaite = total * total / (part1 * part1 / (n1 - 1) + part2 * part2 / (n2 - 1));
        double df = Math.min(satterthwaite, NORMAL_FROM);
        double reach = StudentT.critical(SharePower.ALPHA, df);
        double shift = Math.abs(effect) / Math.sqrt(total);
        return 1 - NoncentralT.cdf(reach, df, shift) + NoncentralT.cdf(-reach, df, shift);
    }

    /** Minimum detectable effect: the least difference that is found with power 0.8, in the unit of the measure. */
    public static double detectable(double sd1, long n1, double sd2, long n2) {
        double low = 0;
        double high = Math.sqrt(sd1 * sd1 / n1 + sd2 * sd2 / n2);
        while (of(high, sd1, n1, sd2, n2) < SharePower.TARGET) high *= 2;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (of(middle, sd1, n1, sd2, n2) < SharePower.TARGET) low = middle;
            else high = middle;
        }
        return high;
    }

    /**
     * The least n of each arm with power 0.8.
     *
     * @throws IllegalArgumentException where the effect is 0 or so small that no n up to 10¹⁵ is enough
     */
    public static long perArm(double effect, double sd1, double sd2) {
        return LeastSize.from(2, n -> of(effect, sd1, n, sd2, n));
    }

    private static void check(double effect, double sd1, double sd2) {
        Counts.checkFinite("effect", effect);
        Counts.checkSize("deviation", sd1);
        Counts.checkSize("deviation", sd2);
        if (sd1 + sd2 == 0) throw new IllegalArgumentException("no power where neither varies");
    }
}
