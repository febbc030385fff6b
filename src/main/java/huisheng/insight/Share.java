package huisheng.insight;

import org.jspecify.annotations.Nullable;

/**
 * A share with its 95 % Wilson score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927), 209–212; recommended for small n by R. G. Newcombe, Statistics in Medicine 17 (1998),
 * 857–872 (there method 3).
 *
 * @param value 0 to 1, like the bounds
 */
public record Share(double value, double low, double high) {
    /** 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @param k of the {@code n}, at least one */
    static Share of(long k, long n) {
        if (n < 1 || k < 0 || k > n) throw new IllegalArgumentException(k + " of " + n + " is no share");
        double share = (double) k / n;
        double z2 = Z * Z;
        double centre = share + z2 / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        double low = k == 0 ? 0 : (centre - half) / (1 + z2 / n);
        double high = k == n ? 1 : (centre + half) / (1 + z2 / n);
        return new Share(share, low, high);
    }

    /** For sentences: {@code 12.3%}. */
    String percent() {
        return String.format(java.util.Locale.ROOT, "%.1f%%", value * 100);
    }

    static @Nullable Share orInsufficient(long k, long n) {
        return n < Insufficient.MINIMUM ? null : of(k, n);
    }
}
