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
 * its texts share no longer counts and two themes that were drawn together fall apart.
 */
final class Themes {
    /** Clustering them takes well under the time of a question. */
    static final int MOST_ITEMS = 1_200;
    /** Measured on wishes and complaints: groups of one theme hold together more closely. */
    private static final double LOOSE = 0.55;
    /** Of the members; where so many share a word, it is their theme. */
    private static final double SHARED = 0.8;

    private Themes() {}

    /**
     * @param label unlike that of any other
     * @param ids of the items, each once, the closest to the centre first
     */
    record Theme(String label, List<Long> ids) {}

    /** @param items at most {@link #MOST_ITEMS}; in any order */
    static List<Theme> of(List<Item> items) {
        List<Cluster> found = new ArrayList<>();
        for (Cluster cluster : Clusters.ofTexts(items).clusters()) {
            List<Cluster> parts = isLoose(cluster) ? parts(items, cluster) : List.of();
            if (parts.size() < 2) found.add(cluster);
            else found.addAll(parts);
        }
        Set<String> labels = new HashSet<>();
        return found.stream()
                .map(cluster -> new Theme(unlike(cluster, labels), ids(cluster)))
                .toList();
    }

    private static boolean isLoose(Cluster cluster) {
        return cluster.cohesion() < LOOSE && cluster.terms().stream().noneMatch(term -> term.share() >= SHARED);
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

    private static String unlike(Cluster cluster, Set<String> labels) {
        String label = cluster.label();
        for (int number = 2; !labels.add(label); number++) label = cluster.label() + " " + number;
        return label;
    }
}
