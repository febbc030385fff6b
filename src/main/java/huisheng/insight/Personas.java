package huisheng.insight;

import huisheng.index.SearchPage;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.insight.statistics.Ratio;
import huisheng.insight.statistics.ShareDifference;
import huisheng.review.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who wishes for what: each group of wishes against all other reviews, by who wrote them.
 *
 * @param known how often each value is there in all reviews
 */
record Personas(Map<Dimension, List<SearchPage.Facet>> known) {
    static final List<Dimension> DIMENSIONS =
            List.of(Dimension.AGE_BAND, Dimension.GENDER, Dimension.LEVEL, Dimension.BUYER);

    private static final int MOST = 3;

    private record Candidate(int group, Persona tested) {}

    /** @param told the personas of each group, the surest first; {@code candidates} that were tested */
    record Found(List<List<Persona>> told, int candidates) {}

    Found of(List<List<Wishing.Wisher>> groups) {
        List<Candidate> candidates = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Dimension dimension : DIMENSIONS) test(group, groups.get(group), dimension, candidates);
        }
        double[] q = FalseDiscovery.q(candidates.stream()
                .mapToDouble(candidate -> candidate.tested.p())
                .toArray());
        List<List<Persona>> told = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) told.add(new ArrayList<>());
        for (int i = 0; i < q.length; i++) {
            Persona tested = candidates.get(i).tested;
            if (q[i] > RisingWords.FALSE_DISCOVERY_RATE
                    || tested.share().value() <= tested.others().value()) continue;
            told.get(candidates.get(i).group).add(with(tested, q[i]));
        }
        for (List<Persona> personas : told) {
            personas.sort(Comparator.comparingDouble(Persona::p)
                    .thenComparing(Persona::dimension)
                    .thenComparing(Persona::value));
            if (personas.size() > MOST) personas.subList(MOST, personas.size()).clear();
        }
        return new Found(told, candidates.size());
    }

    private void test(int group, List<Wishing.Wisher> members, Dimension dimension, List<Candidate> candidates) {
        List<SearchPage.Facet> values = known.getOrDefault(dimension, List.of());
        Map<String, Integer> counts = new HashMap<>();
        for (Wishing.Wisher member : members) {
            for (String value : member.voice().of(dimension)) counts.merge(value, 1, Integer::sum);
        }
        long n = values.stream()
                .mapToLong(v -> counts.getOrDefault(v.value(), 0))
                .sum();
        long all = values.stream().mapToLong(SearchPage.Facet::n).sum();
        if (n < Insufficient.MINIMUM || all - n < Insufficient.MINIMUM) return;
        for (SearchPage.Facet value : values) {
            long k = counts.getOrDefault(value.value(), 0);
            ShareDifference difference = ShareDifference.of(k, n, value.n() - k, all - n);
            candidates.add(new Candidate(
                    group,
                    new Persona(
                            dimension.key(),
                            value.value(),
                            k,
                            Share.of(k, n),
                            Share.of(value.n() - k, all - n),
                            Ratio.of(k, n, value.n() - k, all - n).effect(),
                            difference.p(),
                            1)));
        }
    }

    private static Persona with(Persona tested, double q) {
        return new Persona(
                tested.dimension(),
                tested.value(),
                tested.n(),
                tested.share(),
                tested.others(),
                tested.ratio(),
                tested.p(),
                q);
    }
}
