package huisheng.learning.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What one row adds to the sums of one facet. */
final class Tally {
    /** The row says nothing about the facet. */
    static final Tally NONE = new Tally(new double[0], true, List.of(), List.of());

    private final double[] counts;
    private final boolean right;
    private final List<String> gold;
    private final List<String> guess;

    /**
     * @param counts additive, laid out as the facet's measures read them; empty where the facet does not apply to the row
     * @param gold what was expected, {@code guess} what was found, for tables and for the list of errors
     */
    Tally(double[] counts, boolean right, Collection<String> gold, Collection<String> guess) {
        this.counts = counts.clone();
        this.right = right;
        this.gold = List.copyOf(gold);
        this.guess = List.copyOf(guess);
    }

    boolean right() {
        return right;
    }

    List<String> gold() {
        return gold;
    }

    List<String> guess() {
        return guess;
    }

    /** How many sums it adds to. */
    int width() {
        return counts.length;
    }

    boolean applies() {
        return counts.length > 0;
    }

    static Tally sets(Set<String> gold, Set<String> guess) {
        return hits((int) gold.stream().filter(guess::contains).count(), gold, guess);
    }

    static Tally hits(int hits, Collection<String> gold, Collection<String> guess) {
        int wrong = guess.size() - hits;
        int missed = gold.size() - hits;
        return new Tally(new double[] {hits, wrong, missed}, wrong + missed == 0, gold, guess);
    }

    static Tally one(String gold, String guess) {
        boolean right = gold.equals(guess);
        return new Tally(new double[] {right ? 1 : 0, 1}, right, List.of(gold), List.of(guess));
    }

    /** Whether something is there: hits, false alarms, misses and true silence. */
    static Tally presence(boolean gold, boolean guess) {
        double[] counts = new double[4];
        counts[gold ? (guess ? 0 : 2) : (guess ? 1 : 3)] = 1;
        return new Tally(counts, gold == guess, List.of(gold ? "yes" : "no"), List.of(guess ? "yes" : "no"));
    }

    /** Counted in a figure, but not listed among the errors because another facet of the row tells it already. */
    Tally quiet() {
        return new Tally(counts, true, gold, guess);
    }

    static double[] sum(Iterable<Tally> tallies) {
        double[] sums = new double[0];
        for (Tally tally : tallies) {
            if (sums.length < tally.counts.length) sums = new double[tally.counts.length];
            tally.addTo(sums);
        }
        return sums;
    }

    void addTo(double[] sums) {
        for (int i = 0; i < counts.length; i++) sums[i] += counts[i];
    }
}
