package huisheng.insight.change;

/**
 * The change of a measure as a whole.
 *
 * @param difference {@code b − a}
 * @param standardError of a share by A. Agresti and B. Caffo, "Simple and effective confidence intervals for
 *     proportions", American Statistician 54 (2000), 280–288: one hit and one miss added to each window
 * @param p two-sided, that there is no change; of shares with few hits exact, by R. A. Fisher, "The logic of inductive
 *     inference", JRSS 98 (1935), 39–82
 */
public record Change(double a, double b, double difference, double standardError, double p) {
    public static final double LEVEL = 0.05;
    /** Expected hits of a window below which the normal distribution does not stand for the exact one. */
    private static final double FEW = 5;

    /** @param total of both windows, neither empty unless it is a count */
    static Change of(Measure measure, double[] total) {
        double nA = total[Sums.NA];
        double nB = total[Sums.NB];
        if (measure == Measure.COUNT) return of(nA, nB, Math.sqrt(nA + nB));
        double a = total[Sums.SA] / nA;
        double b = total[Sums.SB] / nB;
        double variance = measure == Measure.SHARE
                ? share(total[Sums.SA], nA) + share(total[Sums.SB], nB)
                : mean(total[Sums.QA], a, nA) + mean(total[Sums.QB], b, nB);
        Change change = of(a, b, Math.sqrt(variance));
        return measure == Measure.SHARE && isRare(total) ? change.with(exact(total)) : change;
    }

    private static boolean isRare(double[] total) {
        double hits = total[Sums.SA] + total[Sums.SB];
        double all = total[Sums.NA] + total[Sums.NB];
        double part = Math.min(total[Sums.NA], total[Sums.NB]) / all;
        return Math.min(hits, all - hits) * part < FEW;
    }

    private static double exact(double[] total) {
        return Hypergeometric.p(
                Math.round(total[Sums.NA]),
                Math.round(total[Sums.NB]),
                Math.round(total[Sums.SA] + total[Sums.SB]),
                Math.round(total[Sums.SB]),
                1);
    }

    private Change with(double exact) {
        return new Change(a, b, difference, standardError, exact);
    }

    private static Change of(double a, double b, double error) {
        double p = a == b ? 1 : ChangeStatistic.p((b - a) / error);
        return new Change(a, b, b - a, error, p);
    }

    private static double share(double hits, double n) {
        double share = (hits + 1) / (n + 2);
        return share * (1 - share) / (n + 2);
    }

    private static double mean(double squares, double mean, double n) {
        return Math.max(0, squares / n - mean * mean) / Math.max(1, n - 1);
    }

    /** Whether it is beyond chance. */
    public boolean significant() {
        return p <= LEVEL;
    }
}
