package huisheng.insight.series;

import org.hipparchus.special.Erf;

/**
 * How likely chance alone is to give such a likelihood ratio somewhere, where every position was tried. All take the
 * statistic {@code 2 (log L1 - log L0) / dispersion}, which at one position has chi-square's distribution with one degree
 * of freedom.
 */
final class Supremum {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Supremum() {}

    /**
     * Of the largest statistic over all single steps in {@code n} values, each side at least {@code margin} long: M.
     * Csörgő and L. Horváth, "Limit theorems in change-point analysis" (1997), section 1.3; E. Gombay and L. Horváth,
     * J. Statistical Planning and Inference 52 (1996), 43–66, equation 1.9 for one dimension.
     */
    static double step(double statistic, int n, int margin) {
        double x2 = statistic;
        if (x2 <= 1 || n < 2) return 1;
        double h = Math.min(0.49, Math.max(margin, 1) / (double) n);
        double tail = Math.sqrt(x2) * Math.exp(-x2 / 2) / ROOT_TWO_PI;
        double p = tail * ((1 - 1 / x2) * 2 * Math.log((1 - h) / h) + 4 / x2);
        return x2 < 2 ? 1 : Math.min(1, Math.max(p, both(x2)));
    }

    /**
     * Of the largest statistic over all stretches in {@code n} values that lie higher than the rest: D. Siegmund,
     * "Boundary crossing probabilities and statistical applications", Annals of Statistics 14 (1986), 361–404, as used by
     * E. S. Venkatraman and A. B. Olshen, Bioinformatics 23 (2007), 657–663.
     */
    static double stretch(double statistic, int n) {
        double b = Math.sqrt(Math.max(0, statistic));
        if (b < 2 || n < 3) return 1;
        int grid = 200;
        double from = 0.5;
        double width = (1 - 1.0 / n - from) / grid;
        double sum = 0;
        for (int i = 0; i < grid; i++) {
            double t = from + (i + 0.5) * width;
            double nu = nu(b / Math.sqrt(n * t * (1 - t)));
            sum += nu * nu * (inverse(t + width / 2) - inverse(t - width / 2));
        }
        double density = Math.exp(-b * b / 2) / ROOT_TWO_PI;
        return Math.min(1, Math.max(both(statistic) / 2, b * b * b * density / 2 * sum));
    }

    /** Indefinite integral of 1 / (t (1-t))². */
    private static double inverse(double t) {
        return 1 / (1 - t) - 1 / t + 2 * Math.log(t / (1 - t));
    }

    /** Siegmund's correction for discrete time: D. Siegmund and B. Yakir, "The statistics of gene mapping" (2007), 5.2. */
    private static double nu(double x) {
        double half = x / 2;
        double cumulative = 0.5 * Erf.erfc(-half / Math.sqrt(2));
        double density = Math.exp(-half * half / 2) / ROOT_TWO_PI;
        return (cumulative - 0.5) / half / (half * cumulative + density);
    }

    /** Chi-square's upper tail with one degree of freedom. */
    static double both(double statistic) {
        return statistic <= 0 ? 1 : Erf.erfc(Math.sqrt(statistic / 2));
    }

    /**
     * A statistic of which the dispersion is an estimate with {@code freedom} degrees, as one of which it is known: D. L.
     * Wallace, "Bounds on normal approximations to Student's and the chi-square distributions", Annals of Mathematical
     * Statistics 30 (1959), 1121–1130.
     */
    static double known(double statistic, double freedom) {
        double scale = (8 * freedom + 1) / (8 * freedom + 3);
        return scale * scale * freedom * Math.log1p(Math.max(0, statistic) / freedom);
    }

    /** The statistic whose {@link #step} is {@code p}. */
    static double stepAt(double p, int n, int margin) {
        double low = 2;
        double high = 200;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (step(middle, n, margin) > p) low = middle;
            else high = middle;
        }
        return high;
    }

    /** What a statistic must be with an estimated dispersion to be worth {@code statistic}; undoes {@link #known}. */
    static double estimated(double statistic, double freedom) {
        double scale = (8 * freedom + 1) / (8 * freedom + 3);
        return freedom * Math.expm1(statistic / (scale * scale * freedom));
    }
}
