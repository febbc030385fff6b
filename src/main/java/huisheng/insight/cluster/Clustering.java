package huisheng.insight.cluster;

import java.util.List;

/**
 * @param clusters the heaviest first
 * @param unclustered ids of the items that fit nowhere, ascending
 * @param items number of items given
 */
public record Clustering(List<Cluster> clusters, List<Long> unclustered, int items) {
    public Clustering {
        clusters = List.copyOf(clusters);
        unclustered = List.copyOf(unclustered);
    }
}
