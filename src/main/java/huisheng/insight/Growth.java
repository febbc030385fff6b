package huisheng.insight;

import huisheng.insight.statistics.Ratio;
import huisheng.insight.statistics.ShareDifference;

/**
 * A share of the window against that of the baseline.
 *
 * @param difference window minus baseline, with its 95 % interval (Newcombe 1998) {@code low} to {@code high}
 * @param ratio of the two, half a review added to each, with its 95 % interval (Katz 1978)
 * @param p two-sided, of the difference; Fisher's where few are expected
 * @param q false discovery rate over all that was compared
 */
public record Growth(
        double difference,
        double low,
        double high,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double p,
        double q) {
    static Growth of(long k1, long n1, long k2, long n2) {
        ShareDifference difference = ShareDifference.of(k1, n1, k2, n2);
        Ratio ratio = Ratio.of(k1, n1, k2, n2);
        return new Growth(
                difference.effect(),
                difference.low(),
                difference.high(),
                ratio.effect(),
                ratio.low(),
                ratio.high(),
                difference.p(),
                1);
    }

    Growth with(double found) {
        return new Growth(difference, low, high, ratio, ratioLow, ratioHigh, p, found);
    }

    boolean rises() {
        return difference > 0 && q <= RisingWords.FALSE_DISCOVERY_RATE;
    }
}
