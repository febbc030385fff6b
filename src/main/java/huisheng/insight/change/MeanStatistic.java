package huisheng.insight.change;

/** Changes of means, alike where they rose by the same amount: Student's t with a variance of the segment's own. */
final class MeanStatistic implements ChangeStatistic {
    /** Reviews with the spread of all that are added to a segment's own: one without spread proves nothing by it. */
    private static final double PRIOR = 5;

    @Override
    public double z(double[] sets, int at, double[] total) {
        if (!enoughOfBoth(sets, at, total)) return 0;
        double[] rest = Sums.minus(total, sets, at);
        double common = squares(total, 0) / (total[Sums.NA] + total[Sums.NB] - 2);
        double freedom = sets[at + Sums.NA] + sets[at + Sums.NB] - 2 + PRIOR;
        double variance = (squares(sets, at) + PRIOR * common) / freedom;
        double restVariance = squares(rest, 0) / (rest[Sums.NA] + rest[Sums.NB] - 2);
        double error = Math.sqrt(variance * inverse(sets, at) + restVariance * inverse(rest, 0));
        double difference = own(sets, at) - own(rest, 0);
        if (error <= 0) return 0;
        return Math.copySign(normal(difference / error, freedom), difference);
    }

    /** D. L. Wallace, "Bounds on normal approximations to Student's and the chi-square distributions", AMS 30 (1959). */
    static double normal(double t, double freedom) {
        double scale = (8 * freedom + 1) / (8 * freedom + 3);
        return scale * Math.sqrt(freedom * Math.log1p(t * t / freedom));
    }

    private static double inverse(double[] sets, int at) {
        return 1 / sets[at + Sums.NA] + 1 / sets[at + Sums.NB];
    }

    /** Sum of squares around the means of both windows. */
    private static double squares(double[] sets, int at) {
        double a = sets[at + Sums.QA] - sets[at + Sums.SA] * sets[at + Sums.SA] / sets[at + Sums.NA];
        double b = sets[at + Sums.QB] - sets[at + Sums.SB] * sets[at + Sums.SB] / sets[at + Sums.NB];
        return Math.max(0, a) + Math.max(0, b);
    }

    /** Change of the mean beside composition. */
    private static double own(double[] sets, int at) {
        return (sets[at + Sums.SB] - sets[at + Sums.EB]) / sets[at + Sums.NB]
                - (sets[at + Sums.SA] - sets[at + Sums.EA]) / sets[at + Sums.NA];
    }

    @Override
    public boolean moved(double[] sets, int at, double[] total) {
        return Math.abs(own(sets, at)) > Math.abs(own(Sums.minus(total, sets, at), 0));
    }

    @Override
    public double expected(double[] sets, int at, double[] total) {
        double beside = (sets[at + Sums.SA] - sets[at + Sums.EA]) / sets[at + Sums.NA];
        double mean = sets[at + Sums.EB] / sets[at + Sums.NB] + beside + own(Sums.minus(total, sets, at), 0);
        return sets[at + Sums.NB] * mean;
    }

    @Override
    public void settle(double[] cells, int at, double[] segment, double expected) {
        double n = cells[at + Sums.NB];
        if (n <= 0) return;
        double mean = cells[at + Sums.EB] / n + (expected - segment[Sums.EB]) / segment[Sums.NB];
        double variance = squares(segment, 0) / (segment[Sums.NA] + segment[Sums.NB] - 2);
        cells[at + Sums.SB] = n * mean;
        cells[at + Sums.QB] = n * (mean * mean + variance);
    }
}
