package huisheng.insight;

import huisheng.index.ContrastCounts;
import huisheng.index.ReviewSearch;
import huisheng.index.ReviewSnapshot;
import huisheng.index.SearchPage;
import huisheng.insight.ask.Asked;
import huisheng.insight.ask.Evidence;
import huisheng.insight.ask.Wording;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.LogOdds;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tests what two sides may differ in, all at once, and tells what they do. */
record SegmentTraits(Asked asked, ReviewSnapshot now, Sides sides, List<Candidate> candidates) {
    private static final List<Dimension> SAID =
            List.of(Dimension.KEYWORD, Dimension.ASPECT_OPINION, Dimension.ASPECT_POLARITY, Dimension.ASPECT);

    static final List<Dimension> PERSONAS = List.of(
            Dimension.AGE_BAND,
            Dimension.GENDER,
            Dimension.LEVEL,
            Dimension.BUYER,
            Dimension.REGION,
            Dimension.CHANNEL);

    /** Of fewer reviews on both sides it is no candidate. */
    private static final int MIN_REVIEWS = 5;
    /** Reviews that the prior weighs, in parts of the smaller side: enough to keep words of a few reviews from the top. */
    private static final double PRIOR = 0.05;

    /** How many values of a facet there are at most; where there are as many, more were left out. */
    private static final int FACET = 50;

    /** @param n1 reviews of A in which it could be, {@code k1} of which have it */
    private record Counted(Dimension dimension, String value, long k1, long n1, long k2, long n2) {}

    record Candidate(Dimension dimension, String value, long k1, long n1, long k2, long n2, LogOdds odds, double q) {}

    static SegmentTraits none(Asked asked, ReviewSnapshot now, Sides sides) {
        return new SegmentTraits(asked, now, sides, List.of());
    }

    static SegmentTraits of(Asked asked, ReviewSnapshot now, Sides sides) throws IOException {
        List<Counted> counted = new ArrayList<>();
        for (Dimension dimension : sides.telling(SAID)) {
            ContrastCounts counts = now.contrast(dimension, sides.first(), sides.second(), MIN_REVIEWS);
            for (ContrastCounts.Count count : counts.counts()) {
                counted.add(new Counted(
                        dimension,
                        count.value(),
                        count.window(),
                        counts.windowReviews(),
                        count.baseline(),
                        counts.baselineReviews()));
            }
        }
        Map<Dimension, List<SearchPage.Facet>> first = persons(now, sides.first());
        Map<Dimension, List<SearchPage.Facet>> second = persons(now, sides.second());
        for (Dimension dimension : sides.telling(PERSONAS)) {
            add(
                    counted,
                    dimension,
                    first.getOrDefault(dimension, List.of()),
                    second.getOrDefault(dimension, List.of()));
        }
        return new SegmentTraits(asked, now, sides, tested(counted));
    }

    private static Map<Dimension, List<SearchPage.Facet>> persons(ReviewSnapshot now, Selection side)
            throws IOException {
        return now.search(new ReviewSearch(side, ReviewSearch.Order.NEWEST, 1, null, PERSONAS))
                .facets();
    }

    private static void add(
            List<Counted> into, Dimension dimension, List<SearchPage.Facet> first, List<SearchPage.Facet> second) {
        Map<String, Long> a = counts(first);
        Map<String, Long> b = counts(second);
        long n1 = a.values().stream().mapToLong(n -> n).sum();
        long n2 = b.values().stream().mapToLong(n -> n).sum();
        if (Math.min(n1, n2) < MIN_REVIEWS) return;
        TreeSet<String> values = new TreeSet<>(a.keySet());
        values.addAll(b.keySet());
        for (String value : values) {
            boolean unknown = (first.size() >= FACET && !a.containsKey(value))
                    || (second.size() >= FACET && !b.containsKey(value));
            long k1 = a.getOrDefault(value, 0L);
            long k2 = b.getOrDefault(value, 0L);
            if (!unknown && Math.max(k1, k2) >= MIN_REVIEWS) into.add(new Counted(dimension, value, k1, n1, k2, n2));
        }
    }

    private static Map<String, Long> counts(List<SearchPage.Facet> facets) {
        Map<String, Long> counts = new HashMap<>();
        for (SearchPage.Facet facet : facets) counts.put(facet.value(), facet.n());
        return counts;
    }

    private static List<Candidate> tested(List<Counted> counted) {
        List<LogOdds> odds = new ArrayList<>();
        for (Counted each : counted) {
            double strength = Math.max(1, PRIOR * Math.min(each.n1, each.n2));
            odds.add(LogOdds.of(each.k1, each.n1, each.k2, each.n2, strength));
        }
        double[] q = FalseDiscovery.q(odds.stream().mapToDouble(LogOdds::p).toArray());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Counted each = counted.get(i);
            candidates.add(
                    new Candidate(each.dimension, each.value, each.k1, each.n1, each.k2, each.n2, odds.get(i), q[i]));
        }
        return candidates;
    }

    /** The surest of some kinds. */
    List<Segments.Trait> told(List<Dimension> dimensions, int limit) throws IOException {
        List<Candidate> surest = candidates.stream()
                .filter(each -> dimensions.contains(each.dimension) && each.q <= Segments.FALSE_DISCOVERY_RATE)
                .sorted(Comparator.comparingDouble((Candidate each) -> -Math.abs(each.odds.z()))
                        .thenComparing(Candidate::dimension)
                        .thenComparing(Candidate::value))
                .limit(limit)
                .toList();
        List<Segments.Trait> traits = new ArrayList<>();
        for (Candidate each : surest) traits.add(trait(each));
        return traits;
    }

    private Segments.Trait trait(Candidate each) throws IOException {
        boolean a = each.odds.effect() > 0;
        Share first = Share.of(each.k1, each.n1);
        Share second = Share.of(each.k2, each.n2);
        String name = ValueNames.of(asked, each.dimension, each.value);
        return new Segments.Trait(
                each.dimension,
                each.value,
                name,
                a ? "a" : "b",
                each.k1,
                first,
                each.k2,
                second,
                each.odds.effect(),
                each.odds.low(),
                each.odds.high(),
                each.odds.z(),
                each.odds.p(),
                each.q,
                says(each, name, first, second),
                Evidence.of(now, a ? sides.first() : sides.second(), each.dimension, each.value));
    }

    private Wording says(Candidate each, String name, Share first, Share second) {
        String times = Tell.number(Math.exp(Math.abs(each.odds.effect())));
        boolean a = each.odds.effect() > 0;
        String q = Tell.chance(each.q);
        return new Wording(
                "“%s”在%s里更多：A %s（%d/%d），B %s（%d/%d），优势比 %s，q%s"
                        .formatted(
                                name,
                                sides.named(a),
                                first.percent(),
                                each.k1,
                                each.n1,
                                second.percent(),
                                each.k2,
                                each.n2,
                                times,
                                q),
                "\"%s\" is more frequent in %s: A %s (%d of %d), B %s (%d of %d), odds ratio %s, q%s"
                        .formatted(
                                each.value,
                                sides.named(a),
                                first.percent(),
                                each.k1,
                                each.n1,
                                second.percent(),
                                each.k2,
                                each.n2,
                                times,
                                q));
    }
}
