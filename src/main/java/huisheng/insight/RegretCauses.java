package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Narrowing;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.Polarity;
import huisheng.review.ReviewKind;
import huisheng.review.Selection;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What regret is about, held against what bad first reviews are about. */
final class RegretCauses {
    private static final int MOST = 10;
    private static final String ILL = ":" + Polarity.NEGATIVE.label();

    private final Asked asked;
    private final ReviewSnapshot now;
    private final Selection regrets;
    private int tested;

    RegretCauses(Asked asked, ReviewSnapshot now, Selection regrets) {
        this.asked = asked;
        this.now = now;
        this.regrets = regrets;
    }

    /** Tests that {@link #causes} made. */
    int tested() {
        return tested;
    }

    List<Followups.Cause> causes() throws IOException {
        Selection first = Narrowing.to(
                Narrowing.to(asked.selection(), Dimension.KIND, ReviewKind.INITIAL.label()),
                Dimension.SENTIMENT,
                SentimentLabel.NEGATIVE.label());
        ContrastCounts counts = now.contrast(Dimension.ASPECT_POLARITY, regrets, first, 1);
        long n = counts.windowReviews();
        long m = counts.baselineReviews();
        List<ContrastCounts.Count> ill = counts.counts().stream()
                .filter(count -> count.value().endsWith(ILL) && count.window() > 0)
                .sorted(Comparator.comparingLong((ContrastCounts.Count count) -> -count.window())
                        .thenComparing(ContrastCounts.Count::value))
                .toList();
        boolean tells = n >= Insufficient.MINIMUM && m >= Insufficient.MINIMUM;
        double[] q = tells
                ? FalseDiscovery.q(ill.stream()
                        .mapToDouble(count -> difference(count, n, m).p())
                        .toArray())
                : new double[0];
        tested = q.length;
        List<Followups.Cause> causes = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, ill.size()); i++) {
            ContrastCounts.Count count = ill.get(i);
            String aspect = count.value().substring(0, count.value().length() - ILL.length());
            causes.add(new Followups.Cause(
                    aspect,
                    asked.aspectName(aspect),
                    count.window(),
                    Share.orInsufficient(count.window(), n),
                    count.baseline(),
                    Share.orInsufficient(count.baseline(), m),
                    tells ? difference(count, n, m) : null,
                    tells ? q[i] : null,
                    Evidence.of(now, regrets, Dimension.ASPECT_POLARITY, count.value())));
        }
        return causes;
    }

    private static ShareDifference difference(ContrastCounts.Count count, long n, long m) {
        return ShareDifference.of(count.window(), n, count.baseline(), m);
    }
}
