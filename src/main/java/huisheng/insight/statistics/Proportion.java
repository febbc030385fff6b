package huisheng.insight.statistics;

/**
 * {@code k} of {@code n}. Its interval is Wilson's: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927), 209–212.
 *
 * @param n at least one
 */
public record Proportion(long k, long n) implements Scored {
    /** @throws IllegalArgumentException unless 0 ≤ k ≤ n and 1 ≤ n */
    public Proportion {
        Counts.checkShare(k, n);
    }

    /** 0 to 1. */
    @Override
    public double value() {
        return (double) k / n;
    }

    @Override
    public double low(double z) {
        if (k == 0) return 0;
        return (value() + z * z / (2.0 * n) - half(z)) / (1 + z * z / n);
    }

    @Override
    public double high(double z) {
        if (k == n) return 1;
        return (value() + z * z / (2.0 * n) + half(z)) / (1 + z * z / n);
    }

    private double half(double z) {
        return z * Math.sqrt(value() * (1 - value()) / n + z * z / (4.0 * n * n));
    }
}
