package huisheng.insight.change;

/**
 * What one window holds of a cell.
 *
 * @param n reviews
 * @param sum of the measured values: the hits of a share
 * @param squares sum of the squared values, of which the spread is known
 */
public record Totals(long n, double sum, double squares) {
    public static final Totals NONE = new Totals(0, 0, 0);

    /** @throws IllegalArgumentException where no set of {@code n} values can have these sums */
    public Totals {
        if (n < 0) throw new IllegalArgumentException(n + " reviews");
        if (!Double.isFinite(sum) || !Double.isFinite(squares) || squares < 0) {
            throw new IllegalArgumentException("sum " + sum + " with squares " + squares);
        }
        // Cauchy–Schwarz, with room for rounding.
        if (sum * sum > n * squares * (1 + 1e-9) + 1e-9) {
            throw new IllegalArgumentException("sum " + sum + " of " + n + " values whose squares sum to " + squares);
        }
    }

    public static Totals share(long n, long hits) {
        if (hits < 0 || hits > n) throw new IllegalArgumentException(hits + " of " + n + " is no share");
        return new Totals(n, hits, hits);
    }

    public static Totals mean(long n, double sum, double squares) {
        return new Totals(n, sum, squares);
    }

    public static Totals count(long n) {
        return new Totals(n, 0, 0);
    }
}
