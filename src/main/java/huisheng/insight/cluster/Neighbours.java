package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Ties each document to those that are most like it. Memory is one row of cosines at a time. */
final class Neighbours {
    private final Vectors vectors;
    private final double[] cosines;
    private final int[] touched;
    private final int[] nearest;
    private int count;

    private Neighbours(Vectors vectors, int neighbours) {
        this.vectors = vectors;
        nearest = new int[neighbours];
        cosines = new double[vectors.size()];
        touched = new int[vectors.size()];
    }

    /** A tie weighs the mean of both directions: less where only one of the two counts the other a neighbour. */
    static Graph graph(Vectors vectors, Tuning tuning) {
        Neighbours rows = new Neighbours(vectors, tuning.neighbours(vectors.size()));
        List<TreeMap<Integer, Double>> ties = new ArrayList<>();
        for (int d = 0; d < vectors.size(); d++) ties.add(new TreeMap<>());
        for (int d = 0; d < vectors.size(); d++) {
            rows.fill(d);
            int kept = rows.keepNearest(tuning.minCosine());
            for (int i = 0; i < kept; i++) {
                int other = rows.nearest[i];
                double half = rows.cosines[other] / 2;
                ties.get(d).merge(other, half, Double::sum);
                ties.get(other).merge(d, half, Double::sum);
            }
            rows.clear();
        }
        return Graph.of(ties);
    }

    private void fill(int document) {
        int[] terms = vectors.terms()[document];
        for (int i = 0; i < terms.length; i++) {
            double value = vectors.values()[document][i];
            int[] others = vectors.postings()[terms[i]];
            double[] values = vectors.postingValues()[terms[i]];
            for (int p = 0; p < others.length; p++) {
                if (cosines[others[p]] == 0) touched[count++] = others[p];
                cosines[others[p]] += value * values[p];
            }
        }
        cosines[document] = 0;
    }

    /** The most alike first, of equals the first; fills {@link #nearest}. */
    private int keepNearest(double least) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int other = touched[i];
            boolean full = kept == nearest.length;
            if (cosines[other] < least || (full && !isBefore(other, nearest[kept - 1]))) continue;
            int at = full ? kept - 1 : kept++;
            while (at > 0 && isBefore(other, nearest[at - 1])) nearest[at] = nearest[--at];
            nearest[at] = other;
        }
        return kept;
    }

    private boolean isBefore(int one, int other) {
        return cosines[one] > cosines[other] || (cosines[one] == cosines[other] && one < other);
    }

    private void clear() {
        for (int i = 0; i < count; i++) cosines[touched[i]] = 0;
        count = 0;
    }
}
