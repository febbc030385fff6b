package huisheng.insight;

import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.ShareDifference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share of reviews in a period and in the one that it is compared with.
 *
 * @param share null where the period has no reviews, like {@code baselineShare} of the other
 * @param difference the share minus that of the baseline; null where either is
 * @param q false discovery rate among the rows of its table; null where there is no difference to test
 */
public record Moved(
        long n,
        @Nullable Share share,
        long baselineN,
        @Nullable Share baselineShare,
        @Nullable ShareDifference difference,
        @Nullable Double q) {
    private static final double RATE = 0.05;

    static Moved of(long n, long of, long baselineN, long baselineOf) {
        Share share = of == 0 ? null : Share.of(n, of);
        Share before = baselineOf == 0 ? null : Share.of(baselineN, baselineOf);
        ShareDifference difference =
                of == 0 || baselineOf == 0 ? null : ShareDifference.of(n, of, baselineN, baselineOf);
        return new Moved(n, share, baselineN, before, difference, null);
    }

    /** The same with what is known once all rows of their table are there. */
    static List<Moved> judged(List<Moved> rows) {
        double[] p = rows.stream()
                .map(Moved::difference)
                .filter(difference -> difference != null)
                .mapToDouble(ShareDifference::p)
                .toArray();
        double[] q = FalseDiscovery.q(p);
        List<Moved> judged = new ArrayList<>();
        int tested = 0;
        for (Moved row : rows) judged.add(row.difference == null ? row : row.with(q[tested++]));
        return judged;
    }

    private Moved with(double rate) {
        return new Moved(n, share, baselineN, baselineShare, difference, rate);
    }

    boolean tested() {
        return difference != null;
    }

    /** More than before, beyond chance. */
    boolean rose() {
        return q != null && q <= RATE && difference != null && difference.effect() > 0;
    }

    /** Other than before, beyond chance. */
    boolean moved() {
        return q != null && q <= RATE;
    }

    /** For sentences, such as {@code 1.2% → 27.6%}. */
    String told() {
        return (baselineShare == null ? "–" : baselineShare.percent())
                + " → "
                + (share == null ? "–" : share.percent());
    }
}
