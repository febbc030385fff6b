package huisheng.insight;

import java.util.Arrays;
import java.util.Comparator;
import org.hipparchus.special.Gamma;

/** Whether a word is said more in one set of reviews than in another, by more than chance. */
final class Contrast {
    private Contrast() {}

    /**
     * Log-likelihood ratio G² of {@code k1} in {@code n1} against {@code k2} in {@code n2}: T. Dunning, "Accurate methods
     * for the statistics of surprise and coincidence", Computational Linguistics 19 (1993), 61–74, equal to
     * {@code 2 Σ O ln(O/E)} over the four cells.
     */
    static double g2(long k1, long n1, long k2, long n2) {
        double n = (double) n1 + n2;
        double said = (double) k1 + k2;
        double sum = cell((double) k1, n1 * said / n)
                + cell((double) k2, n2 * said / n)
                + cell((double) (n1 - k1), n1 * (n - said) / n)
                + cell((double) (n2 - k2), n2 * (n - said) / n);
        return Math.max(0, 2 * sum);
    }

    private static double cell(double observed, double expected) {
        return observed == 0 ? 0 : observed * Math.log(observed / expected);
    }

    /** Probability of such a G² by chance alone: the upper tail of chi-square with one degree of freedom. */
    static double p(double g2) {
        return Gamma.regularizedGammaQ(0.5, g2 / 2);
    }

    /**
     * The false discovery rate at which each would be the last one accepted, in the order given: Y. Benjamini and
     * Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995), 289–300.
     */
    static double[] q(double[] p) {
        Integer[] descending = new Integer[p.length];
        Arrays.setAll(descending, i -> i);
        Arrays.sort(descending, Comparator.comparingDouble((Integer i) -> p[i]).reversed());
        double[] q = new double[p.length];
        double least = 1;
        for (int i = 0; i < p.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[descending[i]] * p.length / rank);
            q[descending[i]] = least;
        }
        return q;
    }
}
