package huisheng.insight.statistics;

/**
 * What a two-sided test at 0.05 can find of any effect that is estimated with a known, normal error: J. Cohen, Statistical
 * Power Analysis for the Behavioral Sciences, 2nd ed. (1988), chapter 1.
 */
public final class EffectPower {
    /** What a two-sided interval of 95 % reaches on either side, in standard errors. */
    public static final double Z95 = Normal.Z95;

    private EffectPower() {}

    /**
     * Chance to find it.
     *
     * @param standardError above 0, in the unit of the effect
     * @return 0.05 where the effect is 0, up to 1
     */
    public static double of(double effect, double standardError) {
        check(standardError);
        double shift = Math.abs(effect) / standardError;
        return Normal.cdf(shift - Z95) + Normal.cdf(-shift - Z95);
    }

    /** The least effect that is found with power 0.8, but for the chance of 1e-6 to find it in the wrong direction. */
    public static double detectable(double standardError) {
        check(standardError);
        return (Z95 + Normal.quantile(SharePower.TARGET)) * standardError;
    }

    private static void check(double standardError) {
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("standard error is " + standardError);
        }
    }
}
