package huisheng.insight;

import huisheng.index.ReviewSnapshot;
import huisheng.insight.statistics.FalseDiscovery;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of wishes with all figures, before the most frequent of them are shown with their evidence.
 *
 * @param members of each group in the window, {@code earlier} in the baseline
 * @param growth of each group, null where it was not tested
 */
record Requests(
        WishGroups groups,
        Wishing wishing,
        Wishing before,
        List<List<Wishing.Wisher>> members,
        List<List<Wishing.Wisher>> earlier,
        List<@Nullable Growth> growth,
        Personas.Found personas) {
    private static final int MOST_PRODUCTS = 5;

    static Requests of(WishGroups groups, Wishing wishing, Wishing before, Personas personas) {
        List<List<Wishing.Wisher>> members = groups.members(wishing.wishers());
        List<List<Wishing.Wisher>> earlier = groups.members(before.wishers());
        return new Requests(
                groups,
                wishing,
                before,
                members,
                earlier,
                growth(members, wishing.reviews(), earlier, before.reviews()),
                personas.of(members));
    }

    private static List<@Nullable Growth> growth(
            List<List<Wishing.Wisher>> members, long reviews, List<List<Wishing.Wisher>> earlier, long before) {
        List<@Nullable Growth> growth = new ArrayList<>();
        boolean enough = Math.min(reviews, before) >= Insufficient.MINIMUM;
        for (int i = 0; i < members.size(); i++) {
            int n = members.get(i).size();
            int m = earlier.get(i).size();
            growth.add(enough && n + m >= Insufficient.MINIMUM ? Growth.of(n, reviews, m, before) : null);
        }
        int[] tested = IntStream.range(0, growth.size())
                .filter(i -> growth.get(i) != null)
                .toArray();
        double[] p =
                IntStream.of(tested).mapToDouble(i -> tested(growth, i).p()).toArray();
        double[] q = FalseDiscovery.q(p);
        for (int i = 0; i < tested.length; i++)
            growth.set(tested[i], tested(growth, tested[i]).with(q[i]));
        return growth;
    }

    private static Growth tested(List<@Nullable Growth> growth, int i) {
        return java.util.Objects.requireNonNull(growth.get(i));
    }

    int candidates() {
        return (int) growth.stream().filter(java.util.Objects::nonNull).count();
    }

    long ungrouped() {
        Set<Long> grouped = new HashSet<>();
        members.forEach(
                group -> group.forEach(wisher -> grouped.add(wisher.voice().id())));
        return (long) wishing.wishers().size() - grouped.size();
    }

    List<Needs.Request> told(ReviewSnapshot now, Selection window, int limit) throws IOException {
        List<Integer> order = IntStream.range(0, members.size())
                .boxed()
                .filter(i -> !members.get(i).isEmpty())
                .sorted(Comparator.comparingInt((Integer i) -> -members.get(i).size())
                        .thenComparing(i -> groups.labels().get(i)))
                .limit(limit)
                .toList();
        List<Needs.Request> told = new ArrayList<>();
        for (int i : order) told.add(request(now, window, i));
        return told;
    }

    private Needs.Request request(ReviewSnapshot now, Selection window, int i) throws IOException {
        List<Wishing.Wisher> own = members.get(i);
        long n = own.size();
        long m = earlier.get(i).size();
        boolean compared = before.reviews() >= Insufficient.MINIMUM;
        return new Needs.Request(
                groups.labels().get(i),
                n,
                own.stream()
                        .filter(wisher -> groups.wishes(wisher, i).stream().anyMatch(Wishing.Wish::explicit))
                        .count(),
                Share.of(n, wishing.reviews()),
                m,
                compared ? Share.of(m, before.reviews()) : null,
                growth.get(i),
                compared && m == 0,
                personas.told().get(i),
                products(own),
                groups.evidence(now, window, own, i));
    }

    private static List<Needs.Counted> products(List<Wishing.Wisher> own) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Wishing.Wisher wisher : own) {
            for (String product : wisher.voice().of(Dimension.PRODUCT)) counts.merge(product, 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Needs.Counted(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong((Needs.Counted counted) -> -counted.n())
                        .thenComparing(Needs.Counted::value))
                .limit(MOST_PRODUCTS)
                .toList();
    }
}
