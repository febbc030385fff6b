package huisheng.insight.statistics;

/**
 * How far two independent shares lie apart. The interval of 95 % is the hybrid score interval of R. G. Newcombe,
 * "Interval estimation for the difference between independent proportions: comparison of eleven methods", Statistics in
 * Medicine 17 (1998), 873–890, method 10.
 *
 * @param effect first share minus second, −1 to 1 like the bounds
 * @param z of the pooled shares, without continuity correction; its square is Pearson's chi-square; 0 where all or none
 *     of both are counted
 * @param p two-sided: of z, or Fisher's where {@code exact}. Near 0.05 it may decide otherwise than the interval, as the
 *     two estimate the error differently.
 * @param exact whether a cell is expected to hold fewer than 5, so that p is Fisher's
 */
public record ShareDifference(double effect, double low, double high, double z, double p, boolean exact) {
    public static ShareDifference of(Proportion first, Proportion second) {
        Scored difference = Scored.difference(first, second);
        double z = pooledZ(first, second);
        boolean exact = leastExpected(first, second) < 5;
        double p = exact ? FisherExact.p(first, second) : Normal.twoSided(z);
        return new ShareDifference(
                difference.value(), difference.low(Normal.Z95), difference.high(Normal.Z95), z, p, exact);
    }

    /** @throws IllegalArgumentException unless 0 ≤ k ≤ n and 1 ≤ n on both sides */
    public static ShareDifference of(long k1, long n1, long k2, long n2) {
        return of(new Proportion(k1, n1), new Proportion(k2, n2));
    }

    private static double pooledZ(Proportion first, Proportion second) {
        double pooled = pooled(first, second);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / first.n() + 1.0 / second.n()));
        return error == 0 ? 0 : (first.value() - second.value()) / error;
    }

    private static double leastExpected(Proportion first, Proportion second) {
        double pooled = pooled(first, second);
        return Math.min(first.n(), second.n()) * Math.min(pooled, 1 - pooled);
    }

    private static double pooled(Proportion first, Proportion second) {
        return ((double) first.k() + second.k()) / ((double) first.n() + second.n());
    }
}
