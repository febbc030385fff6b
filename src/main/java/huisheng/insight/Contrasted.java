package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.LogLikelihood;
import java.util.ArrayList;
import java.util.List;

/**
 * A value held against its baseline.
 *
 * @param ratio of the shares in window and baseline, half a review added to each so that it is finite
 * @param g2 Dunning's log-likelihood ratio
 * @param q false discovery rate by Benjamini and Hochberg over all that were counted
 */
record Contrasted(ContrastCounts.Count count, double ratio, double g2, double p, double q) {
    static List<Contrasted> of(ContrastCounts counts) {
        long n1 = counts.windowReviews();
        long n2 = counts.baselineReviews();
        List<LogLikelihood> tests = counts.counts().stream()
                .map(count -> LogLikelihood.of(count.window(), n1, count.baseline(), n2))
                .toList();
        double[] q =
                FalseDiscovery.q(tests.stream().mapToDouble(LogLikelihood::p).toArray());
        List<Contrasted> contrasted = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            ContrastCounts.Count count = counts.counts().get(i);
            double ratio = ((count.window() + 0.5) / (n1 + 0.5)) / ((count.baseline() + 0.5) / (n2 + 0.5));
            contrasted.add(
                    new Contrasted(count, ratio, tests.get(i).g2(), tests.get(i).p(), q[i]));
        }
        return contrasted;
    }
}
