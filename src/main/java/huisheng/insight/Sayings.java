package huisheng.insight;

import huisheng.insight.cluster.Clusters;
import huisheng.insight.cluster.Item;
import huisheng.insight.cluster.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The ways to say what was grouped. What several say in the same words is a theme by itself, so two such sayings belong
 * together only where they say the same: a common character, 能不能 or 手提, draws 手提袋 and 手提两瓶装 into one group of texts, but
 * they are two wishes.
 */
final class Sayings {
    /** Of a theme that are tried as its label: the most frequent. */
    private static final int TRIED = 20;

    private record Said(Saying saying, int copies, double weight) {
        boolean isFrequent() {
            return copies >= Clusters.MIN_MEMBERS;
        }

        Said and(Item item) {
            return new Said(saying, copies + 1, weight + item.weight());
        }
    }

    /** @param one whether a word that nearly all share makes it one theme, however else it is said: 瓶口漏酒, 漏酒漏了一箱 */
    record Group(List<Long> ids, boolean one) {}

    private final Map<Long, Said> said = new TreeMap<>();

    private Sayings() {}

    static Sayings of(List<Item> items) {
        Sayings sayings = new Sayings();
        for (Item item : items) {
            Said known = sayings.said.get(item.id());
            sayings.said.put(
                    item.id(), known == null ? new Said(Saying.of(item.text()), 1, item.weight()) : known.and(item));
        }
        return sayings;
    }

    private Said get(long id) {
        return Objects.requireNonNull(said.get(id));
    }

    /** The groups, each saying once, with frequent ones that say something else apart and those that say the same joined. */
    List<List<Long>> apart(List<Group> groups) {
        Map<Long, Long> themes = frequentThemes(groups);
        Map<Long, List<Long>> joined = new LinkedHashMap<>();
        for (Group group : groups) {
            List<Long> frequent =
                    group.ids().stream().filter(themes::containsKey).toList();
            for (long id : group.ids()) {
                long theme = theme(id, group.ids(), frequent, themes);
                if (theme >= 0)
                    joined.computeIfAbsent(theme, key -> new ArrayList<>()).add(id);
            }
        }
        return List.copyOf(joined.values());
    }

    /** Of the group, the theme of the frequent saying that this one is most like; below 0 where it is like none. */
    private long theme(long id, List<Long> group, List<Long> frequent, Map<Long, Long> themes) {
        Long own = themes.get(id);
        if (own != null) return own;
        if (frequent.isEmpty()) return group.getFirst();
        if (frequent.stream().map(themes::get).distinct().count() == 1) return theme(frequent.getFirst(), themes);
        Saying saying = get(id).saying();
        long closest = frequent.stream()
                .max(Comparator.comparingDouble(
                        (Long other) -> saying.likeness(get(other).saying())))
                .orElseThrow();
        return saying.likeness(get(closest).saying()) > 0 ? theme(closest, themes) : -1;
    }

    private static long theme(long id, Map<Long, Long> themes) {
        return Objects.requireNonNull(themes.get(id));
    }

    /** Of each frequent saying the first that says the same, over one or more others: single linkage. */
    private Map<Long, Long> frequentThemes(List<Group> groups) {
        Map<Long, Long> themes = new LinkedHashMap<>();
        for (Group group : groups) {
            List<Long> frequent =
                    group.ids().stream().filter(id -> get(id).isFrequent()).toList();
            for (long id : frequent) themes.put(id, group.one() ? frequent.getFirst() : id);
        }
        List<Long> frequent = List.copyOf(themes.keySet());
        for (int i = 0; i < frequent.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (get(frequent.get(i)).saying().isLike(get(frequent.get(j)).saying()))
                    join(theme(frequent.get(i), themes), theme(frequent.get(j), themes), themes);
            }
        }
        return themes;
    }

    private static void join(long gone, long kept, Map<Long, Long> themes) {
        if (gone != kept) themes.replaceAll((id, theme) -> theme == gone ? kept : theme);
    }

    /** The phrase that the theme's sayings are most like; of equals the shorter one. */
    String label(List<Long> ids) {
        List<Said> all = ids.stream().map(this::get).toList();
        return all.stream()
                .sorted(Comparator.comparingDouble((Said one) -> -one.weight())
                        .thenComparing(one -> one.saying().text()))
                .limit(TRIED)
                .map(one -> one.saying().phrase())
                .distinct()
                .max(Comparator.comparingDouble((String phrase) -> likeness(phrase, all))
                        .thenComparingInt(phrase -> -phrase.length())
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    private static double likeness(String phrase, List<Said> all) {
        Saying tried = Saying.of(phrase);
        return all.stream()
                .mapToDouble(one -> one.weight() * tried.likeness(one.saying()))
                .sum();
    }
}
