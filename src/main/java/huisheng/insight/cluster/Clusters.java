package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds what is said alike, without being told how many groups there are. Items are vectors of TF-IDF weights (characters,
 * pairs of characters and keywords of a text) or of what goes together (features of a profile); each is tied to its nearest neighbours by cosine;
 * the graph falls into communities by modularity (Blondel et al. 2008, "Fast unfolding of communities in large
 * networks"); then each item moves to the centre that is closest, or to none, as in spherical k-means (Dhillon and Modha
 * 2001), an item never counting towards the centre it is compared with. The same items in any order give the same answer.
 */
public final class Clusters {
    /** More are refused. */
    public static final int MAX_ITEMS = 5_000;
    /** Fewer voices are no cluster. */
    public static final int MIN_MEMBERS = 3;

    private Clusters() {}

    /**
     * Wishes or complaints.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_ITEMS}
     */
    public static Clustering ofTexts(List<Item> items) {
        checkSize(items.size());
        return find(Documents.ofTexts(items), Tuning.TEXTS);
    }

    /**
     * Customers.
     *
     * @throws IllegalArgumentException for more than {@link #MAX_ITEMS}
     */
    public static Clustering ofProfiles(List<Profile> profiles) {
        checkSize(profiles.size());
        return find(Documents.ofProfiles(profiles), Tuning.PROFILES);
    }

    static Clustering find(Documents documents, Tuning tuning) {
        Vectors vectors = Vectors.of(documents, tuning.rarity());
        Graph graph = Neighbours.graph(vectors, tuning);
        int[] groups = Communities.of(graph, tuning.resolution());
        return answer(documents, new Refinement(vectors, tuning).refine(groups));
    }

    private static void checkSize(int size) {
        if (size > MAX_ITEMS) {
            throw new IllegalArgumentException("at most " + MAX_ITEMS + " items can be clustered, not " + size);
        }
    }

    private static Clustering answer(Documents documents, Grouping grouping) {
        TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
        List<Long> rest = new ArrayList<>(documents.empty());
        for (int d = 0; d < documents.size(); d++) {
            int own = grouping.groups()[d];
            if (own < 0) rest.addAll(documents.get(d).ids());
            else groups.computeIfAbsent(own, key -> new ArrayList<>()).add(d);
        }
        List<List<Integer>> ordered = new ArrayList<>(groups.values());
        ordered.sort(Comparator.comparingDouble((List<Integer> group) -> documents.weight(group))
                .reversed()
                .thenComparing(group -> group.get(0)));
        Naming naming = new Naming(documents);
        List<Cluster> clusters = new ArrayList<>();
        for (List<Integer> group : ordered) {
            group.sort(Comparator.comparingDouble((Integer d) -> grouping.closeness()[d])
                    .reversed()
                    .thenComparing(d -> d));
            Naming.Name name = naming.name(group);
            if (name == null) for (int d : group) rest.addAll(documents.get(d).ids());
            else clusters.add(cluster(documents, grouping, name, group));
        }
        Collections.sort(rest);
        return new Clustering(clusters, rest, documents.items());
    }

    private static Cluster cluster(Documents documents, Grouping grouping, Naming.Name name, List<Integer> group) {
        List<Cluster.Member> members = new ArrayList<>();
        double sum = 0;
        for (int d : group) {
            double closeness = grouping.closeness()[d];
            sum += closeness * documents.get(d).weight();
            for (long id : documents.get(d).ids()) members.add(new Cluster.Member(id, closeness));
        }
        double weight = documents.weight(group);
        return new Cluster(name.label(), members, weight, weight / documents.weight(), sum / weight, name.terms());
    }
}
