package huisheng.insight.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * The centre of each group: of each term the share of the members that have it, times the logarithm of how much oftener
 * they do than all. (Rocchio's centroid with Kullback and Leibler's weight in the place of the mean of TF-IDF, which would
 * let one member's rare words draw others.)
 */
final class Centres {
    /** Members without the term that are added to each group: one common word does not make two a group. */
    private static final double PRIOR = 5;
    /** Items without the term that are added to all: where all say the same, it is still what they say. */
    static final double BACKGROUND = 100;

    private final Vectors vectors;
    private final int[] groups;
    private final int[] sizes;
    private final double[] squares;
    /** Of each term: the groups that have it, and how many members do. */
    private final List<List<Count>> counts;

    private static final class Count {
        final int group;
        int members;
        double weight;

        Count(int group) {
            this.group = group;
        }
    }

    /** Groups of fewer than {@code least} items have no centre. */
    Centres(Vectors vectors, int[] groups, int number, int least) {
        this.vectors = vectors;
        this.groups = groups;
        sizes = new int[number];
        squares = new double[number];
        for (int d = 0; d < groups.length; d++) if (groups[d] >= 0) sizes[groups[d]] += vectors.copies()[d];
        for (int g = 0; g < number; g++) if (sizes[g] < least) sizes[g] = 0;
        counts = new ArrayList<>(vectors.frequency().length);
        for (int t = 0; t < vectors.frequency().length; t++) counts.add(count(t));
    }

    private List<Count> count(int term) {
        List<Count> found = new ArrayList<>(2);
        for (int d : vectors.postings()[term]) {
            if (groups[d] >= 0 && sizes[groups[d]] > 0) countOf(groups[d], found).members += vectors.copies()[d];
        }
        for (Count count : found) {
            count.weight = weight(count.members, sizes[count.group], vectors.frequency()[term]);
            squares[count.group] += count.weight * count.weight;
        }
        return found;
    }

    private static Count countOf(int group, List<Count> found) {
        for (Count count : found) if (count.group == group) return count;
        Count made = new Count(group);
        found.add(made);
        return made;
    }

    private double weight(int members, int size, int frequency) {
        double share = members / (size + PRIOR);
        double everywhere = (frequency + 0.5) / (vectors.items() + BACKGROUND);
        return share > everywhere ? share * Math.log(share / everywhere) : 0;
    }

    /** Cosine with every centre, one copy of the document left out of its own. */
    double[] closeness(int document) {
        double[] sums = new double[sizes.length];
        int own = groups[document];
        double ownSquare = own < 0 ? 0 : squares[own];
        int[] terms = vectors.terms()[document];
        for (int i = 0; i < terms.length; i++) {
            double value = vectors.values()[document][i];
            for (Count count : counts.get(terms[i])) {
                double weight = count.weight;
                if (count.group == own) {
                    weight = weight(count.members - 1, sizes[own] - 1, vectors.frequency()[terms[i]] - 1);
                    ownSquare += weight * weight - count.weight * count.weight;
                }
                sums[count.group] += value * weight;
            }
        }
        for (int g = 0; g < sums.length; g++) {
            double square = g == own ? ownSquare : squares[g];
            sums[g] = square > 1e-12 ? Math.min(1, sums[g] / Math.sqrt(square)) : 0;
        }
        return sums;
    }

    /** @return cosine of every two centres, in the upper triangle */
    double[][] alike() {
        double[][] products = new double[sizes.length][sizes.length];
        for (List<Count> term : counts) {
            for (Count one : term) {
                for (Count other : term) {
                    if (one.group < other.group) products[one.group][other.group] += one.weight * other.weight;
                }
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            for (int h = g + 1; h < sizes.length; h++) {
                double norm = Math.sqrt(squares[g] * squares[h]);
                products[g][h] = norm > 1e-12 ? products[g][h] / norm : 0;
            }
        }
        return products;
    }
}
