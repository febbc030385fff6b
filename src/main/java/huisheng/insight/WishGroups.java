package huisheng.insight;

import huisheng.index.Quote;
import huisheng.index.ReviewSnapshot;
import huisheng.insight.ask.DrillDown;
import huisheng.insight.ask.Evidence;
import huisheng.insight.cluster.Clusters;
import huisheng.insight.cluster.Item;
import huisheng.insight.cluster.Saying;
import huisheng.review.Dimension;
import huisheng.review.Selection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which texts wish for the same: those of both periods are grouped together, as else no group could be followed.
 *
 * @param labels of the groups
 * @param groups number of the group by text
 * @param texts that are different, {@code grouped} of them looked at: the most frequent
 */
record WishGroups(List<String> labels, Map<String, Integer> groups, int texts, int grouped) {
    /** Different ones of both periods: what is said in the same words is looked at once. */
    private static final int MOST_TEXTS = 300;

    /** The order of the periods does not matter. */
    static WishGroups of(Wishing one, Wishing other) {
        return of(
                Stream.concat(one.wishers().stream(), other.wishers().stream()).toList());
    }

    static WishGroups of(List<Wishing.Wisher> wishers) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        Map<String, TreeSet<String>> keywords = new HashMap<>();
        wishers.forEach(wisher -> wisher.wishes().forEach(wish -> {
            counts.merge(wish.text(), 1, Integer::sum);
            TreeSet<String> words = keywords.computeIfAbsent(wish.text(), text -> new TreeSet<>());
            for (String word : wisher.voice().of(Dimension.KEYWORD)) {
                if (wish.text().contains(word)) words.add(word);
            }
        }));
        List<Map.Entry<String, Integer>> frequent = new ArrayList<>(counts.entrySet());
        frequent.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        List<String> texts = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Integer> text : frequent) {
            // a group needs so many items, and a text that many say is one by itself
            int copies = Math.min(text.getValue(), Clusters.MIN_MEMBERS);
            if (texts.size() == MOST_TEXTS) break;
            double weight = (double) text.getValue() / copies;
            List<String> words = List.copyOf(keywords.getOrDefault(text.getKey(), new TreeSet<>()));
            for (int i = 0; i < copies; i++) items.add(new Item(texts.size(), text.getKey(), words, weight));
            texts.add(text.getKey());
        }
        return grouped(Themes.of(items), texts, counts.size());
    }

    private static WishGroups grouped(List<Themes.Theme> themes, List<String> texts, int all) {
        Map<String, Integer> groups = new HashMap<>();
        for (int i = 0; i < themes.size(); i++) {
            for (long id : themes.get(i).ids()) groups.put(texts.get(Math.toIntExact(id)), i);
        }
        return new WishGroups(themes.stream().map(Themes.Theme::label).toList(), groups, all, texts.size());
    }

    /** Who wishes for each group, in the order of the groups; someone with two wishes for the same counts once. */
    List<List<Wishing.Wisher>> members(List<Wishing.Wisher> wishers) {
        List<List<Wishing.Wisher>> members = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) members.add(new ArrayList<>());
        for (Wishing.Wisher wisher : wishers) {
            TreeSet<Integer> own = new TreeSet<>();
            for (Wishing.Wish wish : wisher.wishes()) {
                Integer group = groups.get(wish.text());
                if (group != null) own.add(group);
            }
            for (int group : own) members.get(group).add(wisher);
        }
        return members;
    }

    /** What someone says of a group. */
    List<Wishing.Wish> wishes(Wishing.Wisher wisher, int group) {
        return wisher.wishes().stream()
                .filter(wish -> groups.getOrDefault(wish.text(), -1) == group)
                .toList();
    }

    /** A quote for each of the words used most, rather than the same words again and again; first what the label says. */
    Evidence evidence(ReviewSnapshot now, Selection window, List<Wishing.Wisher> members, int group)
            throws IOException {
        Map<Wishing.Wish, Long> counts = new LinkedHashMap<>();
        Map<String, Wishing.Wish> newest = new LinkedHashMap<>();
        for (Wishing.Wisher wisher : members) {
            for (Wishing.Wish wish : wishes(wisher, group)) {
                newest.putIfAbsent(wish.text(), wish);
                counts.merge(java.util.Objects.requireNonNull(newest.get(wish.text())), 1L, Long::sum);
            }
        }
        List<Wishing.Wish> often = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Wishing.Wish, Long> entry) -> !isLabel(entry.getKey(), group))
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.getKey().text()))
                .map(Map.Entry::getKey)
                .toList();
        List<Quote> quotes = new ArrayList<>();
        for (Wishing.Wish wish : often) {
            if (quotes.size() == Evidence.MOST) break;
            Quote said = wish.said();
            if (said != null) quotes.add(said);
            else quotes.addAll(now.quotes(window, Dimension.NEED, wish.text(), 1));
        }
        List<String> conditions = often.stream().map(Wishing.Wish::condition).toList();
        return new Evidence(quotes, DrillDown.link(AnyOf.of(window, conditions)));
    }

    private boolean isLabel(Wishing.Wish wish, int group) {
        return Saying.of(wish.text()).phrase().equals(labels.get(group));
    }
}
