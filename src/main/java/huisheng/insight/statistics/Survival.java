package huisheng.insight.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes until something happens, where some still wait: those are known to take longer than they have waited.
 * The share that still waits is the product-limit estimate of E. L. Kaplan and P. Meier, "Nonparametric estimation from
 * incomplete observations", JASA 53 (1958), 457–481, its variance Greenwood's. The 95 % interval of the median holds the
 * times at which the log–log interval of that share holds one half: R. Brookmeyer and J. Crowley, "A confidence interval for
 * the median survival time", Biometrics 38 (1982), 29–41.
 *
 * @param n all, {@code events} those to which it has happened
 * @param median in the unit of the times, like the bounds; null where more than half still wait
 * @param low null where not even the lower bound is reached
 * @param high null where it may take longer than anybody was observed
 */
public record Survival(
        long n,
        long events,
        @Nullable Double median,
        @Nullable Double low,
        @Nullable Double high) {
    /**
     * @param ended how long it took, 0 or more each
     * @param waiting how long those wait to whom it has not happened
     * @throws IllegalArgumentException where there is neither, or a time is negative
     */
    public static Survival of(double[] ended, double[] waiting) {
        long n = (long) ended.length + waiting.length;
        if (n == 0) throw new IllegalArgumentException("nobody was observed");
        double[] events = sorted(ended);
        double[] censored = sorted(waiting);
        Double median = null;
        Double low = null;
        Double high = null;
        double share = 1;
        double greenwood = 0;
        for (int i = 0; i < events.length; ) {
            double time = events[i];
            int happened = at(events, i);
            double risk = events.length - i + (double) (censored.length - below(censored, time));
            share *= 1 - happened / risk;
            if (risk > happened) greenwood += happened / (risk * (risk - happened));
            i += happened;
            if (median == null && share <= 0.5) median = time;
            if (low == null && bound(share, greenwood, -1) <= 0.5) low = time;
            if (high == null && bound(share, greenwood, 1) <= 0.5) high = time;
        }
        return new Survival(n, events.length, median, low, high);
    }

    /** Of the log–log interval of the share, which stays between 0 and 1; that of a share of 0 cannot be told above. */
    private static double bound(double share, double greenwood, int side) {
        if (share <= 0) return side < 0 ? 0 : 1;
        double reach = Normal.Z95 * Math.sqrt(greenwood) / -Math.log(share);
        return Math.pow(share, Math.exp(-side * reach));
    }

    private static double[] sorted(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && !(sorted[0] >= 0 && Double.isFinite(sorted[sorted.length - 1]))) {
            throw new IllegalArgumentException("a time is negative or not finite");
        }
        return sorted;
    }

    /** How many are as the one at {@code from}. */
    private static int at(double[] sorted, int from) {
        int end = from;
        while (end < sorted.length && sorted[end] == sorted[from]) end++;
        return end - from;
    }

    /** How many are less; who is censored at a time is still at risk then. */
    private static int below(double[] sorted, double time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < time) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
