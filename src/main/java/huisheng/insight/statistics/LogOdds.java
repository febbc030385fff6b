package huisheng.insight.statistics;

/**
 * How much more a word belongs to one set of reviews than to another: log-odds ratio with informative Dirichlet prior,
 * B. L. Monroe, M. P. Colaresi and K. M. Quinn, "Fightin' Words: lexical feature selection and evaluation for identifying
 * the content of political conflict", Political Analysis 16 (2008), 372–403. Here a review holds a word or not, so the
 * word's complement isn't near all of the set: the variance keeps its two terms, which the paper drops.
 *
 * <p>The prior is {@code strength} reviews on each side that hold the word as often as both sides together. It pulls rare
 * words to 0, so that the largest effects aren't those of the fewest reviews.
 *
 * @param effect natural logarithm of the odds ratio, positive where the first side says it more
 * @param standardError of the effect; not 0
 * @param low of the 95 % interval of the effect
 * @param z effect / standardError, the score by which the paper ranks
 * @param p two-sided, of z
 */
public record LogOdds(double effect, double standardError, double low, double high, double z, double p) {
    /**
     * @param k1 of {@code n1} reviews, against {@code k2} of {@code n2}
     * @param strength reviews that the prior weighs, above 0: 1 hardly shrinks, as many as the smaller side halve the
     *     effect of a rare word
     * @return effect 0, standard error infinite and p 1 where no review or every one holds the word
     * @throws IllegalArgumentException where a count is negative, a part exceeds its whole, or strength isn't above 0
     */
    public static LogOdds of(long k1, long n1, long k2, long n2, double strength) {
        Counts.check(k1, n1);
        Counts.check(k2, n2);
        double prior = ((double) k1 + k2) / ((double) n1 + n2);
        if (prior > 0 && prior < 1) return withPrior(k1, n1, k2, n2, prior, strength);
        checkStrength(strength);
        return new LogOdds(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 1);
    }

    /**
     * The same with the share of another, larger set as prior, say of all reviews of the category.
     *
     * @param prior share of that set, above 0 and below 1: either would rule the word out or in whatever is counted
     * @throws IllegalArgumentException as there, and for another prior
     */
    public static LogOdds withPrior(long k1, long n1, long k2, long n2, double prior, double strength) {
        Counts.check(k1, n1);
        Counts.check(k2, n2);
        if (!(prior > 0 && prior < 1)) throw new IllegalArgumentException("prior share is " + prior);
        checkStrength(strength);
        double with1 = k1 + prior * strength;
        double with2 = k2 + prior * strength;
        double without1 = (n1 - k1) + (1 - prior) * strength;
        double without2 = (n2 - k2) + (1 - prior) * strength;
        double effect = Math.log(with1 / without1) - Math.log(with2 / without2);
        double error = Math.sqrt(1 / with1 + 1 / without1 + 1 / with2 + 1 / without2);
        double half = Normal.Z95 * error;
        double z = effect / error;
        return new LogOdds(effect, error, effect - half, effect + half, z, Normal.twoSided(z));
    }

    private static void checkStrength(double strength) {
        if (!(strength > 0) || Double.isInfinite(strength)) {
            throw new IllegalArgumentException("strength is " + strength);
        }
    }
}
