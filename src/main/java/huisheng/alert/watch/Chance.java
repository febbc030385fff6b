package huisheng.alert.watch;

import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** How likely chance alone looks like something. */
final class Chance {
    private Chance() {}

    /** Probability of a standard normal value of at least {@code z}. */
    static double above(double z) {
        return Erf.erfc(z / Math.sqrt(2)) / 2;
    }

    /** Probability of at least {@code k} events where {@code mean} are expected, by Poisson; mean above 0. */
    static double atLeast(long k, double mean) {
        return k <= 0 ? 1 : Gamma.regularizedGammaP((double) k, mean);
    }

    /** For sentences. */
    static String told(double p) {
        return p < 1e-4 ? "p < 0.0001" : String.format(java.util.Locale.ROOT, "p = %.4f", p);
    }
}
