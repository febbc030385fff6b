package huisheng.insight.change;

import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.LogLikelihood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the additional hits of a window are about. Aspects overlap, so they are no dimension of a {@link Cube}. */
public final class Contributors {
    public static final int MAX_MENTIONS = 10_000;
    public static final int MAX_CONTRIBUTORS = 20;
    public static final double FALSE_DISCOVERY_RATE = 0.05;

    private Contributors() {}

    /** @param hitsA hits of window A that mention {@code name} */
    public record Mentions(String name, long hitsA, long hitsB) {}

    /**
     * Those that are mentioned more or less than before by more than chance, the largest change first. Empty where a
     * window has no reviews.
     *
     * @param a reviews and hits of window A, see {@link Totals#share}
     * @throws IllegalArgumentException where something is mentioned by more hits than there are, or too many are given
     */
    public static List<Contributor> of(Totals a, Totals b, List<Mentions> mentions) {
        if (mentions.size() > MAX_MENTIONS) throw new IllegalArgumentException("more than " + MAX_MENTIONS);
        for (Mentions each : mentions) {
            boolean possible = each.hitsA >= 0 && each.hitsB >= 0 && each.hitsA <= a.sum() && each.hitsB <= b.sum();
            if (!possible) throw new IllegalArgumentException(each + " of " + a.sum() + " and " + b.sum() + " hits");
        }
        if (a.n() == 0 || b.n() == 0) return List.of();
        List<LogLikelihood> tests = mentions.stream()
                .map(each -> LogLikelihood.of(each.hitsB, b.n(), each.hitsA, a.n()))
                .toList();
        double[] q =
                FalseDiscovery.q(tests.stream().mapToDouble(LogLikelihood::p).toArray());
        List<Contributor> contributors = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] > FALSE_DISCOVERY_RATE) continue;
            contributors.add(contributor(a, b, mentions.get(i), tests.get(i), q[i]));
        }
        return contributors.stream()
                .sorted(Comparator.comparingDouble((Contributor each) -> -Math.abs(each.additional())))
                .limit(MAX_CONTRIBUTORS)
                .toList();
    }

    private static Contributor contributor(Totals a, Totals b, Mentions mentions, LogLikelihood test, double q) {
        double scale = (double) b.n() / a.n();
        double expected = mentions.hitsA * scale;
        double additional = mentions.hitsB - expected;
        double all = b.sum() - a.sum() * scale;
        return new Contributor(
                mentions.name,
                mentions.hitsA,
                mentions.hitsB,
                expected,
                additional,
                all > 0 ? additional / all : null,
                test.g2(),
                test.p(),
                q);
    }
}
