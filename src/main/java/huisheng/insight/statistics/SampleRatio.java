package huisheng.insight.statistics;

import org.hipparchus.special.Gamma;

/**
 * Whether the arms of a pilot got as many reviews as they should have: if not, they differ by more than what was tried,
 * and no other figure of the pilot can be trusted: A. Fabijan et al., "Diagnosing sample ratio mismatch in online
 * controlled experiments", KDD 2019, 2156–2164. Pearson's chi-square, with the alarm at 0.001 as in R. Kohavi, D. Tang and
 * Y. Xu, Trustworthy Online Controlled Experiments (2020).
 *
 * @param df arms − 1
 * @param mismatch p &lt; 0.001
 */
public record SampleRatio(double chiSquare, int df, double p, boolean mismatch) {
    private static final double ALARM = 0.001;

    /**
     * @param counts of each arm; where all are 0 nothing mismatches
     * @param weights expected of each, in any unit, above 0
     * @throws IllegalArgumentException for fewer than two arms, unequal lengths, a negative count, or such weights
     */
    public static SampleRatio of(long[] counts, double[] weights) {
        check(counts, weights);
        double n = 0;
        double weight = 0;
        for (int i = 0; i < counts.length; i++) {
            n += counts[i];
            weight += weights[i];
        }
        double chiSquare = 0;
        for (int i = 0; i < counts.length && n > 0; i++) {
            double expected = n * (weights[i] / weight);
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        int df = counts.length - 1;
        double p = Gamma.regularizedGammaQ(df / 2.0, chiSquare / 2);
        return new SampleRatio(chiSquare, df, p, p < ALARM);
    }

    private static void check(long[] counts, double[] weights) {
        if (counts.length != weights.length || counts.length < 2) {
            throw new IllegalArgumentException(counts.length + " arms, " + weights.length + " weights");
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) throw new IllegalArgumentException("count is " + counts[i]);
            if (!(weights[i] > 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException("weight is " + weights[i]);
            }
        }
    }
}
