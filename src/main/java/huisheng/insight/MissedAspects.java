package huisheng.insight;

import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What our reviews speak worse of where they name a rival. */
final class MissedAspects {
    private static final int MOST_MISSED = 10;

    private final RivalContext context;
    private int tested;

    MissedAspects(RivalContext context) {
        this.context = context;
    }

    /** Tests that {@link #rows} made. */
    int tested() {
        return tested;
    }

    /**
     * The most surprising first.
     *
     * @param brands rivals that are brands: 上次那瓶 is named to complain in the first place
     */
    List<Competitors.Missed> rows(Set<String> brands) throws IOException {
        Map<String, Long> all = illSpoken(context.us());
        List<Competitors.Missed> found = new ArrayList<>();
        for (String rival : context.rivals()) {
            if (!brands.contains(rival) || !RivalNames.searchable(rival)) continue;
            Selection naming = RivalNames.naming(context.us(), rival);
            long named = context.rivalry().count(naming);
            if (named >= Insufficient.MINIMUM && named < context.n())
                missed(rival, named, illSpoken(naming), all, found);
        }
        double[] q = FalseDiscovery.q(
                found.stream().mapToDouble(row -> row.difference().p()).toArray());
        tested = q.length;
        List<Competitors.Missed> judged = new ArrayList<>();
        for (int i = 0; i < q.length; i++) judged.add(with(found.get(i), q[i], RivalContext.NOTHING));
        List<Competitors.Missed> shown = judged.stream()
                .filter(row -> row.difference().effect() > 0 && row.q() <= Competitors.FALSE_DISCOVERY_RATE)
                .sorted(Comparator.comparingDouble(
                                (Competitors.Missed row) -> -row.difference().z())
                        .thenComparing(Competitors.Missed::rival)
                        .thenComparing(Competitors.Missed::aspect))
                .limit(MOST_MISSED)
                .toList();
        List<Competitors.Missed> evident = new ArrayList<>();
        for (Competitors.Missed row : shown) {
            evident.add(with(
                    row,
                    row.q(),
                    Evidence.of(
                            context.rivalry().now,
                            RivalNames.naming(context.us(), row.rival()),
                            Dimension.ASPECT_POLARITY,
                            row.aspect() + ":" + Polarity.NEGATIVE.label())));
        }
        return evident;
    }

    private void missed(
            String rival, long named, Map<String, Long> ill, Map<String, Long> all, List<Competitors.Missed> into) {
        new TreeMap<>(ill).forEach((aspect, k) -> {
            long others = all.getOrDefault(aspect, 0L) - k;
            into.add(new Competitors.Missed(
                    rival,
                    aspect,
                    context.rivalry().asked.aspectName(aspect),
                    k,
                    Share.of(k, named),
                    Share.of(others, context.n() - named),
                    ShareDifference.of(k, named, others, context.n() - named),
                    1,
                    context.board().lost(rival, aspect),
                    RivalContext.NOTHING));
        });
    }

    private static Competitors.Missed with(Competitors.Missed row, double q, Evidence evidence) {
        return new Competitors.Missed(
                row.rival(),
                row.aspect(),
                row.aspectName(),
                row.n(),
                row.share(),
                row.otherShare(),
                row.difference(),
                q,
                row.lost(),
                evidence);
    }

    /** Reviews of the selection that speak ill of an aspect, if not only ill. */
    private Map<String, Long> illSpoken(Selection selection) throws IOException {
        Map<String, Long> ill = new HashMap<>();
        for (Tally.Cell cell : context.rivalry()
                .now
                .tally(selection, Tally.By.all(Dimension.ASPECT))
                .cells()) {
            StanceCounts stances = cell.stances();
            if (!cell.value(0).isEmpty()) ill.put(cell.value(0), stances.negative() + stances.mixed());
        }
        return ill;
    }
}
