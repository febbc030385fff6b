package huisheng.insight.statistics;

import org.hipparchus.special.Gamma;

/**
 * Whether a word is said more in one set of reviews than in another, by more than chance: the log-likelihood ratio of
 * T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993),
 * 61–74, equal to {@code 2 Σ O ln(O/E)} over the four cells.
 *
 * @param g2 0 or more, 0 where both shares agree or a set is empty; it doesn't tell which share is the larger one
 * @param p probability of such a G² by chance alone: the upper tail of chi-square with one degree of freedom
 */
public record LogLikelihood(double g2, double p) {
    /**
     * @param k1 of {@code n1}, against {@code k2} of {@code n2}
     * @throws IllegalArgumentException where a count is negative or a part exceeds its whole
     */
    public static LogLikelihood of(long k1, long n1, long k2, long n2) {
        Counts.check(k1, n1);
        Counts.check(k2, n2);
        double n = (double) n1 + n2;
        double said = (double) k1 + k2;
        double sum = cell((double) k1, n1 * said / n)
                + cell((double) k2, n2 * said / n)
                + cell((double) (n1 - k1), n1 * (n - said) / n)
                + cell((double) (n2 - k2), n2 * (n - said) / n);
        double g2 = Math.max(0, 2 * sum);
        return new LogLikelihood(g2, Gamma.regularizedGammaQ(0.5, g2 / 2));
    }

    private static double cell(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }
}
