package huisheng.insight.statistics;

/**
 * How far two independent net sentiments lie apart, with a 95 % interval by the limits of each ({@link Trinomial}, Zou
 * and Donner 2008, see {@link Scored#difference}).
 *
 * @param effect first net minus second, −2 to 2 like the bounds
 * @param p two-sided, by the same interval: below 0.05 exactly where it leaves out 0
 */
public record NetDifference(double effect, double low, double high, double p) {
    public static NetDifference of(Trinomial first, Trinomial second) {
        Scored difference = Scored.difference(first, second);
        return new NetDifference(
                difference.value(), difference.low(Normal.Z95), difference.high(Normal.Z95), Scored.p(difference));
    }
}
