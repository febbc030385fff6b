package huisheng.insight.statistics;

import java.util.Arrays;
import java.util.Comparator;

/** What many tests at once cost. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The false discovery rate at which each test would be the last one accepted: Y. Benjamini and Y. Hochberg,
     * "Controlling the false discovery rate: a practical and powerful approach to multiple testing", JRSS B 57 (1995),
     * 289–300. Holds for independent and for positively dependent tests.
     *
     * @param p of every candidate that was tested, also of those that nobody will see
     * @return one q for each p, in the order given, 0 to 1
     * @throws IllegalArgumentException where a p is no number from 0 to 1
     */
    public static double[] q(double[] p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) throw new IllegalArgumentException(each + " is no probability");
        }
        Integer[] descending = new Integer[p.length];
        Arrays.setAll(descending, i -> i);
        Arrays.sort(descending, Comparator.comparingDouble((Integer i) -> p[i]).reversed());
        double[] q = new double[p.length];
        double least = 1;
        for (int i = 0; i < p.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[descending[i]] * p.length / rank);
            q[descending[i]] = least;
        }
        return q;
    }
}
