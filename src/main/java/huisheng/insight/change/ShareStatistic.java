package huisheng.insight.change;

/**
 * Changes of shares, alike where the odds rose by the same factor: where all complaints double, a segment of few
 * complaints is expected to double its few. Given the segment's hits in both windows together, those of window B follow
 * Fisher's noncentral hypergeometric distribution with the rest's odds ratio; with many hits the log-likelihood ratio
 * stands for its tail.
 */
final class ShareStatistic implements ChangeStatistic {
    /** Squared z below which no segment is ever a cause: there the cheap score statistic is enough. */
    private static final double SCREEN = 3;
    /** Below it in any cell of the four-fold table the tail is summed. */
    private static final double FEW = 10;

    @Override
    public double z(double[] sets, int at, double[] total) {
        if (!enoughOfBoth(sets, at, total)) return 0;
        double nA = sets[at + Sums.NA];
        double nB = sets[at + Sums.NB];
        double sA = Math.clamp(sets[at + Sums.SA], 0, nA);
        double sB = Math.clamp(sets[at + Sums.SB], 0, nB);
        double s = sA + sB;
        if (s <= 0 || s >= nA + nB) return 0;
        double[] rest = Sums.minus(total, sets, at);
        double odds = composition(sets, at) * own(rest, 0);
        double a = Math.clamp(fitted(nA, nB, s, odds), s * 1e-9, Math.min(nA, s) * (1 - 1e-9));
        double b = s - a;
        double information = 1 / (1 / a + 1 / (nA - a) + 1 / b + 1 / (nB - b));
        double known = information(rest);
        double shrink = Math.sqrt(known / (known + information));
        double score = (sB - b) / Math.sqrt(information) * shrink;
        if (score * score < SCREEN) return score;
        double few = Math.min(Math.min(a, nA - a), Math.min(b, nB - b));
        double z = few < FEW
                ? ChangeStatistic.z(
                        Hypergeometric.p(Math.round(nA), Math.round(nB), Math.round(s), Math.round(sB), odds))
                : Math.sqrt(2 * (part(sA, a) + part(nA - sA, nA - a) + part(sB, b) + part(nB - sB, nB - b)));
        return Math.copySign(z * shrink, score);
    }

    /** Hits of window A where those of B have {@code odds} times its odds and both sum to {@code s}. */
    static double fitted(double nA, double nB, double s, double odds) {
        double quadratic = odds - 1;
        double linear = odds * (nB - s) + s + nA;
        double root = Math.sqrt(linear * linear + 4 * quadratic * s * nA);
        return linear > 0 ? 2 * s * nA / (linear + root) : (root - linear) / (2 * quadratic);
    }

    private static double part(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }

    private static double information(double[] set) {
        double nA = set[Sums.NA] + 1;
        double nB = set[Sums.NB] + 1;
        double a = Math.clamp(set[Sums.SA], 0, set[Sums.NA]) + 0.5;
        double b = Math.clamp(set[Sums.SB], 0, set[Sums.NB]) + 0.5;
        return 1 / (1 / a + 1 / (nA - a) + 1 / b + 1 / (nB - b));
    }

    /** Odds ratio B : A that composition alone lets expect. */
    private static double composition(double[] sets, int at) {
        double eA = sets[at + Sums.EA];
        double eB = sets[at + Sums.EB];
        return eB / (sets[at + Sums.NB] - eB) * ((sets[at + Sums.NA] - eA) / eA);
    }

    /** Odds ratio B : A beside composition; one hit and one miss, spread over both windows, keep it finite. */
    private static double own(double[] sets, int at) {
        double nA = sets[at + Sums.NA];
        double nB = sets[at + Sums.NB];
        double sA = Math.clamp(sets[at + Sums.SA], 0, nA);
        double sB = Math.clamp(sets[at + Sums.SB], 0, nB);
        double half = nA / (nA + nB);
        double odds = (sB + 1 - half) / (nB - sB + 1 - half) * ((nA - sA + half) / (sA + half));
        return odds / composition(sets, at);
    }

    @Override
    public boolean moved(double[] sets, int at, double[] total) {
        double rest = own(Sums.minus(total, sets, at), 0);
        return Math.abs(Math.log(own(sets, at))) > Math.abs(Math.log(rest));
    }

    @Override
    public double expected(double[] sets, int at, double[] total) {
        double nA = sets[at + Sums.NA];
        double shareA = (sets[at + Sums.SA] + sets[at + Sums.EA] / nA) / (nA + 1);
        double odds = shareA / (1 - shareA) * composition(sets, at) * own(Sums.minus(total, sets, at), 0);
        return sets[at + Sums.NB] * odds / (1 + odds);
    }

    @Override
    public void settle(double[] cells, int at, double[] segment, double expected) {
        double share = cells[at + Sums.EB] * expected / segment[Sums.EB];
        cells[at + Sums.SB] = Math.min(cells[at + Sums.NB], share);
    }
}
