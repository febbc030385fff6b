package huisheng.insight.series;

import java.util.Arrays;
import org.hipparchus.stat.ranking.NaturalRanking;

/**
 * How much correlation between neighbours widens the variance of Mann–Kendall's S: by the significant autocorrelations of
 * the ranks of what the slope leaves (Hamed and Rao 1998, equations 9 and 16), or by their first one as a first-order
 * autoregression (S. Yue and C. Wang, "The Mann-Kendall test modified by effective sample size", Water Resources Management
 * 18 (2004), 201–218), whichever is more: in short series single correlations seldom are significant.
 */
final class Correlation {
    private static final double Z = 1.959963984540054;
    private static final double MAX_CORRELATION = 0.9;

    private Correlation() {}

    /** Factor of the variance, at least 1. */
    static double inflation(double[] at, double[] value, double slope) {
        int n = value.length;
        double[] rest = new double[n];
        Arrays.setAll(rest, i -> value[i] - slope * at[i]);
        double[] ranks = new NaturalRanking().rank(rest);
        double mean = (n + 1) / 2.0;
        for (int i = 0; i < n; i++) ranks[i] -= mean;
        double variance = product(ranks, 0);
        if (variance == 0) return 1;
        double factor = significant(ranks, variance);
        return Math.max(factor, firstOrder(product(ranks, 1) / variance, n));
    }

    /**
     * The first autocorrelation freed of its bias {@code -(2 + 4ρ)/n} where a line was fitted: F. H. C. Marriott and J. A.
     * Pope, Biometrika 41 (1954), 390–402.
     */
    private static double firstOrder(double correlation, int n) {
        double rho = Math.clamp((n * correlation + 2) / (n - 4), 0, MAX_CORRELATION);
        return (1 + rho) / (1 - rho);
    }

    /** Lags up to {@code 10 log10 n}. */
    private static double significant(double[] ranks, double variance) {
        int n = ranks.length;
        double sum = 0;
        int lags = Math.min(n - 3, (int) (10 * Math.log10(n)));
        for (int lag = 1; lag <= lags; lag++) {
            double correlation = product(ranks, lag) / variance;
            if (Math.abs(correlation) < Z / Math.sqrt(n)) continue;
            sum += (double) (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
        }
        return Math.max(1, 1 + 2 * sum / ((double) n * (n - 1) * (n - 2)));
    }

    private static double product(double[] ranks, int lag) {
        double sum = 0;
        for (int i = lag; i < ranks.length; i++) sum += ranks[i] * ranks[i - lag];
        return sum;
    }
}
