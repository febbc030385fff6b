package huisheng.insight.statistics;

/**
 * What changed where something was done beyond what changed anyway: (treated after − before) − (control after − before),
 * D. Card and A. B. Krueger, "Minimum wages and employment: a case study of the fast-food industry in New Jersey and
 * Pennsylvania", American Economic Review 84 (1994), 772–793. The four cells must be independent samples, and treated and
 * control must have moved alike otherwise, which no figure here can show.
 *
 * @param effect of shares −2 to 2, of nets −4 to 4, of means in their unit; like the bounds of the 95 % interval
 * @param standardError of shares after the adjustment, of nets as the width of the interval tells it; 0 only for means
 *     that don't vary: there is no test then, p is 1, the bounds meet
 * @param p two-sided; below 0.05 exactly where the interval leaves out 0
 */
public record DifferenceInDifferences(double effect, double standardError, double low, double high, double p) {
    /**
     * Interval and p with half a success and half a failure added to each cell: R. M. Price and D. G. Bonett, "An improved
     * confidence interval for a linear function of binomial proportions", Computational Statistics and Data Analysis 45
     * (2004), 449–456. The interval lies around the estimate so adjusted, the effect is the plain one.
     */
    public static DifferenceInDifferences ofShares(
            Proportion treatedBefore, Proportion treatedAfter, Proportion controlBefore, Proportion controlAfter) {
        double error = Math.sqrt(squaredError(treatedBefore)
                + squaredError(treatedAfter)
                + squaredError(controlBefore)
                + squaredError(controlAfter));
        double adjusted = share(treatedAfter) - share(treatedBefore) - (share(controlAfter) - share(controlBefore));
        double reach = Normal.Z95 * error;
        return new DifferenceInDifferences(
                treatedAfter.value() - treatedBefore.value() - (controlAfter.value() - controlBefore.value()),
                error,
                Math.max(-2, adjusted - reach),
                Math.min(2, adjusted + reach),
                Normal.twoSided(adjusted / error));
    }

    private static double share(Proportion cell) {
        return (cell.k() + 0.5) / (cell.n() + 1.0);
    }

    private static double squaredError(Proportion cell) {
        return share(cell) * (1 - share(cell)) / (cell.n() + 1.0);
    }

    /** Interval by the limits of the four nets ({@link Trinomial}, Zou and Donner 2008), p by the same interval. */
    public static DifferenceInDifferences ofNets(
            Trinomial treatedBefore, Trinomial treatedAfter, Trinomial controlBefore, Trinomial controlAfter) {
        Scored difference = Scored.difference(
                Scored.difference(treatedAfter, treatedBefore), Scored.difference(controlAfter, controlBefore));
        double low = difference.low(Normal.Z95);
        double high = difference.high(Normal.Z95);
        double error = (high - low) / (2 * Normal.Z95);
        return new DifferenceInDifferences(difference.value(), error, low, high, Scored.p(difference));
    }

    /** Interval and p by Student's t with Satterthwaite's degrees of freedom, see {@link MeanDifference}. */
    public static DifferenceInDifferences ofMeans(
            Sample treatedBefore, Sample treatedAfter, Sample controlBefore, Sample controlAfter) {
        double effect = treatedAfter.mean() - treatedBefore.mean() - (controlAfter.mean() - controlBefore.mean());
        MeanDifference test = MeanDifference.of(effect, treatedBefore, treatedAfter, controlBefore, controlAfter);
        return new DifferenceInDifferences(effect, test.standardError(), test.low(), test.high(), test.p());
    }
}
