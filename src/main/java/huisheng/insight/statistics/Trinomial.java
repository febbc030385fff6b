package huisheng.insight.statistics;

/**
 * Each of {@code n} is +1, −1 or 0. The interval of the mean is Tango's: T. Tango, "Equivalence test and confidence
 * interval for the difference in proportions for the paired-sample design", Statistics in Medicine 17 (1998), 891–908.
 * There +1 and −1 are the discordant pairs; the mean is the same {@code (b − c)/n}. It inverts the score test, whose
 * variance is that of the value tested, so it keeps its coverage where all are positive, where Wald's has no width: from 10 values on at least 93 % in all that
 * was tried. At 5, of which more than 95 % should be positive, it is 86 %, like Wilson's interval of a share.
 *
 * @param n at least one
 */
public record Trinomial(long positive, long negative, long n) implements Scored {
    /** Halvings of the range from −1 to 1: the limits are right to 2⁻⁴⁵. */
    private static final int HALVINGS = 46;

    /** @throws IllegalArgumentException where a count is negative, or positive and negative are more than n */
    public Trinomial {
        Counts.checkShare(positive, n);
        Counts.checkShare(negative, n);
        if (positive > n - negative) {
            throw new IllegalArgumentException(positive + " and " + negative + " are more than " + n);
        }
    }

    /** (positive − negative)/n, −1 to 1. */
    @Override
    public double value() {
        return (double) (positive - negative) / n;
    }

    @Override
    public double low(double z) {
        return low((double) positive, (double) negative, z);
    }

    @Override
    public double high(double z) {
        return -low((double) negative, (double) positive, z);
    }

    /** The mean at which b − c lies just {@code z} standard errors higher than it should. */
    private double low(double b, double c, double z) {
        double value = (b - c) / n;
        if (z == 0) return value;
        double low = -1;
        double high = value;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (b - c - n * middle > z * error(b, c, middle)) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** Standard error of b − c where the true mean is {@code mean}, the rest estimated by maximum likelihood. */
    private double error(double b, double c, double mean) {
        double linear = -b - c + (2.0 * n - b + c) * mean;
        double constant = -c * mean * (1 - mean);
        double root = Math.sqrt(Math.max(0, linear * linear - 8.0 * n * constant));
        double lower = (root - linear) / (4.0 * n);
        return Math.sqrt(Math.max(0, n * (2 * lower + mean * (1 - mean))));
    }
}
