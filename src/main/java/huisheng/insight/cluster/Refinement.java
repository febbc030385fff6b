package huisheng.insight.cluster;

import java.util.Arrays;

/** Moves each document to the closest centre or to none, and makes centres that say the same one. */
final class Refinement {
    private static final int ROUNDS = 10;
    private static final int MERGES = 5;

    private final Vectors vectors;
    private final Tuning tuning;

    Refinement(Vectors vectors, Tuning tuning) {
        this.vectors = vectors;
        this.tuning = tuning;
    }

    /** @param groups of each document, from 0 */
    Grouping refine(int[] groups) {
        Grouping grouping = settle(groups);
        for (int merge = 0; merge < MERGES; merge++) {
            int[] merged = merge(grouping.groups());
            if (Arrays.equals(merged, grouping.groups())) break;
            grouping = settle(merged);
        }
        return grouping;
    }

    private Grouping settle(int[] start) {
        Grouping grouping = assign(start);
        for (int round = 1; round < ROUNDS; round++) {
            Grouping next = assign(grouping.groups());
            if (Arrays.equals(next.groups(), grouping.groups())) return next;
            grouping = next;
        }
        return grouping.withoutSmall(vectors.copies());
    }

    private Grouping assign(int[] groups) {
        Centres centres = centres(groups);
        int[] next = new int[groups.length];
        double[] closeness = new double[groups.length];
        for (int d = 0; d < groups.length; d++) {
            double[] all = centres.closeness(d);
            next[d] = -1;
            for (int g = 0; g < all.length; g++) {
                if (all[g] < tuning.minCloseness() || all[g] <= closeness[d]) continue;
                next[d] = g;
                closeness[d] = all[g];
            }
        }
        return new Grouping(next, closeness);
    }

    /** Of pairs that are alike enough the most alike first, each group once. */
    private int[] merge(int[] groups) {
        double[][] alike = centres(groups).alike();
        int[] into = new int[alike.length];
        Arrays.setAll(into, g -> g);
        boolean[] taken = new boolean[alike.length];
        for (int[] pair = best(alike, taken); pair.length > 0; pair = best(alike, taken)) {
            taken[pair[0]] = true;
            taken[pair[1]] = true;
            into[pair[1]] = pair[0];
        }
        return Arrays.stream(groups).map(g -> g < 0 ? g : into[g]).toArray();
    }

    private int[] best(double[][] alike, boolean[] taken) {
        int[] best = {};
        double most = tuning.sameCosine();
        for (int g = 0; g < alike.length; g++) {
            for (int h = g + 1; h < alike.length && !taken[g]; h++) {
                if (taken[h] || alike[g][h] < most) continue;
                if (best.length > 0 && alike[g][h] == most) continue;
                best = new int[] {g, h};
                most = alike[g][h];
            }
        }
        return best;
    }

    private Centres centres(int[] groups) {
        int number = Arrays.stream(groups).max().orElse(-1) + 1;
        return new Centres(vectors, groups, number, Clusters.MIN_MEMBERS);
    }
}
