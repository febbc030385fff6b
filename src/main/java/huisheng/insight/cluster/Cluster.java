package huisheng.insight.cluster;

import java.util.List;

/**
 * Items that say the same.
 *
 * @param label short and readable, unlike that of any other cluster: words that were really said
 * @param members the closest to the centre first, at least {@link Clusters#MIN_MEMBERS}
 * @param weight of the members together
 * @param share of the weight of all items given, 0 to 1
 * @param cohesion mean closeness of the members, by their weight, 0 to 1
 * @param terms what tells the cluster from the rest, most telling first, at most {@link Naming#TERMS}
 */
public record Cluster(
        String label, List<Member> members, double weight, double share, double cohesion, List<Term> terms) {
    public Cluster {
        members = List.copyOf(members);
        terms = List.copyOf(terms);
    }

    /**
     * @param id of the item
     * @param closeness cosine between the item and the centre of the others, 0 to 1
     */
    public record Member(long id, double closeness) {}

    /**
     * @param text a word, phrase or feature of the members
     * @param share of the members that have it, 0 to 1
     * @param weight how telling: the share times the logarithm of how much oftener it is said here than everywhere, a longer word
     *     and one of the keywords counting more
     */
    public record Term(String text, double share, double weight) {}
}
