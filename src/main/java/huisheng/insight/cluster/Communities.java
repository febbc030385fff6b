package huisheng.insight.cluster;

import java.util.Arrays;

/**
 * Communities by modularity with a resolution (Blondel et al. 2008; Reichardt and Bornholdt 2006): nodes move to the
 * neighbouring community that gains most until none does, then communities become nodes. Nodes move in their order and of
 * equal gains the lower number wins, so that the result depends on the graph alone.
 */
final class Communities {
    private static final int SWEEPS = 30;
    private static final double LEAST_GAIN = 1e-12;

    private final Graph graph;
    private final double resolution;
    private final double[] degree;
    /** Of the members of each community. */
    private final double[] total;

    private final int[] community;
    /** Weight from the node at hand to each community. */
    private final double[] ties;

    private final int[] seen;
    private double all;

    private Communities(Graph graph, double resolution) {
        this.graph = graph;
        this.resolution = resolution;
        int size = graph.size();
        degree = new double[size];
        community = new int[size];
        ties = new double[size];
        seen = new int[size];
        for (int node = 0; node < size; node++) {
            degree[node] = graph.degree(node);
            all += degree[node];
            community[node] = node;
        }
        total = degree.clone();
    }

    /** @return the community of each node, 0 to less than the number of nodes */
    static int[] of(Graph graph, double resolution) {
        int[] found = new int[graph.size()];
        Arrays.setAll(found, node -> node);
        Graph level = graph;
        while (true) {
            Communities moved = new Communities(level, resolution);
            if (!moved.settle()) return found;
            int count = moved.renumber();
            for (int node = 0; node < found.length; node++) found[node] = moved.community[found[node]];
            level = level.merged(moved.community, count);
        }
    }

    /** @return whether any node left its community */
    private boolean settle() {
        boolean any = false;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean moved = false;
            for (int node = 0; node < graph.size(); node++) moved |= move(node);
            if (!moved) return any;
            any = true;
        }
        return any;
    }

    private boolean move(int node) {
        int from = community[node];
        int count = collect(node);
        total[from] -= degree[node];
        int best = from;
        double most = gain(node, from);
        for (int i = 0; i < count; i++) {
            double gain = gain(node, seen[i]);
            boolean better = gain > most + LEAST_GAIN;
            boolean equal = gain > most - LEAST_GAIN && best != from && seen[i] < best;
            if (better || equal) {
                best = seen[i];
                most = Math.max(most, gain);
            }
        }
        for (int i = 0; i < count; i++) ties[seen[i]] = 0;
        total[best] += degree[node];
        community[node] = best;
        return best != from;
    }

    /** @return how many communities the node is tied to */
    private int collect(int node) {
        int count = 0;
        int[] others = graph.neighbours()[node];
        for (int i = 0; i < others.length; i++) {
            double weight = graph.weights()[node][i];
            if (others[i] == node || weight <= 0) continue;
            int to = community[others[i]];
            if (ties[to] == 0) seen[count++] = to;
            ties[to] += weight;
        }
        return count;
    }

    /** Up to a factor and a constant that are the same for all communities. */
    private double gain(int node, int to) {
        return ties[to] - resolution * degree[node] * total[to] / all;
    }

    /** @return the number of communities */
    private int renumber() {
        int[] numbers = new int[community.length];
        Arrays.fill(numbers, -1);
        int count = 0;
        for (int node = 0; node < community.length; node++) {
            if (numbers[community[node]] < 0) numbers[community[node]] = count++;
            community[node] = numbers[community[node]];
        }
        return count;
    }
}
