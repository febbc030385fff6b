package huisheng.insight.change;

/**
 * Changes of counts, alike where they rose by the same factor. Counts are Poisson: given the segment's reviews of both
 * windows together, those of B are binomial with the rest's ratio.
 */
final class CountStatistic implements ChangeStatistic {
    @Override
    public boolean enough(double nA, double nB) {
        return nA + nB >= 2 * MIN_REVIEWS;
    }

    @Override
    public double z(double[] sets, int at, double[] total) {
        if (!enoughOfBoth(sets, at, total)) return 0;
        double nA = sets[at + Sums.NA];
        double nB = sets[at + Sums.NB];
        double[] rest = Sums.minus(total, sets, at);
        double ratio = ratio(rest, 0);
        double part = ratio / (1 + ratio);
        double a = (nA + nB) * (1 - part);
        double b = (nA + nB) * part;
        double information = (nA + nB) * part * (1 - part);
        double known = (rest[Sums.NA] + rest[Sums.NB]) * part * (1 - part);
        double g2 = 2 * (part(nA, a) + part(nB, b)) * known / (known + information);
        return Math.copySign(Math.sqrt(Math.max(0, g2)), nB - b);
    }

    private static double part(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }

    private static double ratio(double[] sets, int at) {
        return (sets[at + Sums.NB] + 0.5) / (sets[at + Sums.NA] + 0.5);
    }

    @Override
    public boolean moved(double[] sets, int at, double[] total) {
        double rest = ratio(Sums.minus(total, sets, at), 0);
        return Math.abs(Math.log(ratio(sets, at))) > Math.abs(Math.log(rest));
    }

    @Override
    public double expected(double[] sets, int at, double[] total) {
        return sets[at + Sums.NA] * ratio(Sums.minus(total, sets, at), 0);
    }

    @Override
    public void settle(double[] cells, int at, double[] segment, double expected) {
        cells[at + Sums.NB] = segment[Sums.NA] <= 0 ? 0 : cells[at + Sums.NA] * expected / segment[Sums.NA];
    }

    @Override
    public int figure() {
        return Sums.NB;
    }
}
