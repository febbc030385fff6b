package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An undirected graph with weights.
 *
 * @param neighbours of each node, ascending; itself where it is made of several
 * @param weights of the same ties; a tie with itself holds both directions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
record Graph(int[][] neighbours, double[][] weights) {
    int size() {
        return neighbours.length;
    }

    double degree(int node) {
        double sum = 0;
        for (double weight : weights[node]) sum += weight;
        return sum;
    }

    /** @param ties of each node to others by number */
    static Graph of(List<TreeMap<Integer, Double>> ties) {
        int[][] neighbours = new int[ties.size()][];
        double[][] weights = new double[ties.size()][];
        for (int node = 0; node < ties.size(); node++) {
            TreeMap<Integer, Double> own = ties.get(node);
            neighbours[node] = new int[own.size()];
            weights[node] = new double[own.size()];
            int at = 0;
            for (Map.Entry<Integer, Double> tie : own.entrySet()) {
                neighbours[node][at] = tie.getKey();
                weights[node][at++] = tie.getValue();
            }
        }
        return new Graph(neighbours, weights);
    }

    /** One node for each group, 0 to {@code count - 1}. */
    Graph merged(int[] groups, int count) {
        List<TreeMap<Integer, Double>> ties = new ArrayList<>();
        for (int g = 0; g < count; g++) ties.add(new TreeMap<>());
        for (int node = 0; node < size(); node++) {
            TreeMap<Integer, Double> own = ties.get(groups[node]);
            for (int i = 0; i < neighbours[node].length; i++) {
                own.merge(groups[neighbours[node][i]], weights[node][i], Double::sum);
            }
        }
        return of(ties);
    }
}
