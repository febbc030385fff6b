package huisheng.insight;

import huisheng.insight.cluster.Cluster;
import huisheng.insight.cluster.Clusters;
import huisheng.insight.cluster.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups of texts, looked at twice: a group that holds together loosely is grouped once more by itself, as there what all
 * its texts share no longer counts and two themes that were drawn together fall apart. What many say in the same words is
 * held against the other sayings of its group as well; see {@link Sayings}.
 */
final class Themes {
    /** Clustering them takes well under the time of a question. */
    static final int MOST_ITEMS = 1_500;
    /** Measured on wishes and complaints: groups of one theme hold together more closely. */
    private static final double LOOSE = 0.55;
    /** Of the members; where so many share a word, it is their theme. */
    private static final double SHARED = 0.8;

    private Themes() {}

    /**
     * @param label unlike that of any other; what somebody said, no cut word
     * @param ids of the items, each once, the closest to the centre first
     */
    record Theme(String label, List<Long> ids) {}

    /** @param items at most {@link #MOST_ITEMS}; in any order */
    static List<Theme> of(List<Item> items) {
        List<Sayings.Group> found = new ArrayList<>();
        for (Cluster cluster : Clusters.ofTexts(items).clusters()) {
            List<Cluster> parts = isLoose(cluster) ? parts(items, cluster) : List.of();
            if (parts.size() < 2) found.add(group(cluster));
            else parts.forEach(part -> found.add(group(part)));
        }
        Sayings sayings = Sayings.of(items);
        Set<String> labels = new HashSet<>();
        return sayings.apart(found).stream()
                .map(ids -> new Theme(unlike(sayings.label(ids), labels), ids))
                .toList();
    }

    private static boolean isLoose(Cluster cluster) {
        return cluster.cohesion() < LOOSE && cluster.terms().stream().noneMatch(term -> term.share() >= SHARED);
    }

    private static Sayings.Group group(Cluster cluster) {
        boolean one = cluster.terms().stream()
                .anyMatch(term -> term.share() >= SHARED && term.text().length() > 1);
        return new Sayings.Group(ids(cluster), one);
    }

    private static List<Cluster> parts(List<Item> items, Cluster cluster) {
        Set<Long> members = new HashSet<>(ids(cluster));
        return Clusters.ofTexts(items.stream()
                        .filter(item -> members.contains(item.id()))
                        .toList())
                .clusters();
    }

    private static List<Long> ids(Cluster cluster) {
        return cluster.members().stream().map(Cluster.Member::id).distinct().toList();
    }

    private static String unlike(String said, Set<String> labels) {
        String label = said;
        for (int number = 2; !labels.add(label); number++) label = said + " " + number;
        return label;
    }
}
