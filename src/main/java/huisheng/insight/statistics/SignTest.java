package huisheng.insight.statistics;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Whether wins and losses are alike but for chance, ties left out: W. J. Dixon and A. M. Mood, "The statistical sign
 * test", JASA 41 (1946), 557–566.
 */
public final class SignTest {
    private SignTest() {}

    /**
     * Exact and two-sided.
     *
     * @return 1 where there are neither
     * @throws IllegalArgumentException where a count is negative
     */
    public static double p(long wins, long losses) {
        int n = Math.toIntExact(Math.addExact(wins, losses));
        Counts.check(wins, n);
        if (n == 0) return 1;
        BinomialDistribution fair = new BinomialDistribution(n, 0.5);
        return Math.min(1, 2 * fair.cumulativeProbability((int) Math.min(wins, losses)));
    }
}
