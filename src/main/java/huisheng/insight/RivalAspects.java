package huisheng.insight;

import huisheng.index.StanceCounts;
import huisheng.index.Tally;
import huisheng.insight.ask.Evidence;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.Net;
import huisheng.insight.statistics.NetDifference;
import huisheng.insight.statistics.Trinomial;
import huisheng.review.Dimension;
import huisheng.review.Polarity;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Net sentiment by aspect, ours beside that of each rival's own reviews. */
final class RivalAspects {
    private static final int MOST = 12;
    private static final StanceCounts NONE = new StanceCounts(0, 0, 0, 0, 0);

    private final Rivalry rivalry;
    private final Set<String> ours;
    private final List<String> rivals;

    private record Side(String aspect, String rival, Trinomial ours, Trinomial theirs, NetDifference difference) {}

    /** @param rivals brands of whom reviews are stored */
    RivalAspects(Rivalry rivalry, Set<String> ours, List<String> rivals) {
        this.rivalry = rivalry;
        this.ours = ours;
        this.rivals = rivals;
    }

    List<Competitors.Aspect> compared(Selection us) throws IOException {
        Map<String, Map<String, StanceCounts>> byAspect = counts();
        List<String> aspects = byAspect.keySet().stream()
                .filter(aspect -> ourCounts(byAspect, aspect).scored() >= Insufficient.MINIMUM)
                .sorted(Comparator.comparingLong(
                                (String aspect) -> -ourCounts(byAspect, aspect).scored())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        List<Side> sides = new ArrayList<>();
        for (String aspect : aspects) {
            for (String rival : rivals) {
                StanceCounts theirs = counts(byAspect, aspect, rival);
                if (theirs.scored() >= Insufficient.MINIMUM)
                    sides.add(side(aspect, rival, trinomial(ourCounts(byAspect, aspect)), trinomial(theirs)));
            }
        }
        double[] q = FalseDiscovery.q(
                sides.stream().mapToDouble(side -> side.difference.p()).toArray());
        List<Competitors.Aspect> rows = new ArrayList<>();
        for (String aspect : aspects) {
            rows.add(row(us, aspect, Net.of(trinomial(ourCounts(byAspect, aspect))), sides, q));
        }
        return rows;
    }

    private static Side side(String aspect, String rival, Trinomial ours, Trinomial theirs) {
        return new Side(aspect, rival, ours, theirs, NetDifference.of(ours, theirs));
    }

    private Competitors.Aspect row(Selection us, String aspect, Net net, List<Side> sides, double[] q)
            throws IOException {
        List<Competitors.Against> against = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            if (side.aspect.equals(aspect))
                against.add(new Competitors.Against(side.rival, Net.of(side.theirs), side.difference, q[i]));
        }
        String illSpoken = aspect + ":" + Polarity.NEGATIVE.label();
        return new Competitors.Aspect(
                aspect,
                rivalry.asked.aspectName(aspect),
                net,
                against,
                Evidence.of(rivalry.now, us, Dimension.ASPECT_POLARITY, illSpoken));
    }

    /** By aspect and brand; ours, however many brands, under {@code ""}. */
    private Map<String, Map<String, StanceCounts>> counts() throws IOException {
        Tally.Axis aspects = Tally.Axis.all(Dimension.ASPECT);
        Set<String> brands = new LinkedHashSet<>(ours);
        brands.addAll(rivals);
        Selection selection = rivalry.everyone;
        List<Tally.Axis> axes = List.of(aspects);
        if (!brands.isEmpty()) {
            selection = selection.with(selection.filter().with(Dimension.BRAND, brands));
            axes = List.of(aspects, new Tally.Axis(Dimension.BRAND, List.copyOf(brands)));
        }
        Map<String, Map<String, StanceCounts>> counts = new HashMap<>();
        for (Tally.Cell cell : rivalry.now
                .tally(selection, new Tally.By(axes, null, Tally.By.MAX_CELLS))
                .cells()) {
            if (cell.value(0).isEmpty()) continue;
            String brand = axes.size() == 1 || ours.contains(cell.value(1)) ? "" : cell.value(1);
            counts.computeIfAbsent(cell.value(0), aspect -> new HashMap<>())
                    .merge(brand, cell.stances(), StanceCounts::plus);
        }
        return counts;
    }

    private static StanceCounts ourCounts(Map<String, Map<String, StanceCounts>> counts, String aspect) {
        return counts(counts, aspect, "");
    }

    private static StanceCounts counts(Map<String, Map<String, StanceCounts>> counts, String aspect, String brand) {
        return counts.getOrDefault(aspect, Map.of()).getOrDefault(brand, NONE);
    }

    private static Trinomial trinomial(StanceCounts counts) {
        return new Trinomial(counts.positive(), counts.negative(), counts.scored());
    }
}
