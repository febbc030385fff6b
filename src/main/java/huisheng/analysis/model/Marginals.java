package huisheng.analysis.model;

import huisheng.analysis.model.Tagger.Likely;
import huisheng.analysis.model.Tagger.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How probable stretches are under all sequences of tags of a conditional random field, by its forward and backward sums
 * (Lafferty et al. 2001; the sum over one stretch as in Culotta and McCallum 2004, "Confidence estimation for information
 * extraction"). The best sequence holds few of the stretches that are a little less likely than not; where finding one more
 * is worth a wrong one, these are wanted too.
 */
final class Marginals {
    /** In words. */
    private static final int LONGEST = 8;

    /** Rarer stretches are left out of account. */
    private static final double FAINT = 0.04;

    private final float[] scores;
    private final int length;
    private final int tags;
    private final float[] moves;
    private final double[] forward;
    private final double[] backward;
    private final double all;

    /** @param scores {@code scores[at * tags + tag]} */
    Marginals(float[] scores, int length, int tags, float[] moves) {
        this.scores = scores;
        this.length = length;
        this.tags = tags;
        this.moves = moves;
        forward = Chain.forward(scores, length, tags, moves);
        backward = Chain.backward(scores, length, tags, moves);
        all = Chain.sum(forward, (length - 1) * tags, tags);
    }

    /** With offsets in words. */
    List<Likely> likely(int kind, double least) {
        List<Likely> candidates = new ArrayList<>();
        for (int start = 0; start < length; start++) addFrom(start, kind, candidates);
        List<Likely> weighed = candidates.stream()
                .map(own -> new Likely(own.span(), own.probability(), mass(own.span(), candidates)))
                .filter(own -> own.mass() >= least)
                .sorted(Comparator.comparingDouble(Likely::probability).reversed())
                .toList();
        List<Likely> chosen = new ArrayList<>();
        for (Likely own : weighed) {
            if (chosen.stream().noneMatch(other -> overlap(own.span(), other.span()))) chosen.add(own);
        }
        return chosen;
    }

    private void addFrom(int start, int kind, List<Likely> candidates) {
        int begins = kind * 2 + 1;
        int goesOn = begins + 1;
        double reached = forward[start * tags + begins];
        int last = begins;
        for (int end = start + 1; end <= Math.min(length, start + LONGEST); end++) {
            double probability = Math.exp(reached + left(last, goesOn, end) - all);
            if (probability >= FAINT) candidates.add(new Likely(new Span(kind, start, end), probability, probability));
            if (end < length) reached += moves[last * tags + goesOn] + scores[end * tags + goesOn];
            last = goesOn;
        }
    }

    /** Log of the summed scores of all paths that go on from {@code last} at {@code end} without prolonging the stretch. */
    private double left(int last, int goesOn, int end) {
        if (end == length) return 0;
        double[] terms = new double[tags];
        for (int t = 0; t < tags; t++) {
            terms[t] = t == goesOn || !Chain.mayFollow(last, t)
                    ? Double.NEGATIVE_INFINITY
                    : moves[last * tags + t] + scores[end * tags + t] + backward[end * tags + t];
        }
        return Chain.sum(terms, 0, tags);
    }

    private static double mass(Span own, List<Likely> candidates) {
        double mass = candidates.stream()
                .filter(other -> overlap(own, other.span()))
                .mapToDouble(Likely::probability)
                .sum();
        return Math.min(1, mass);
    }

    private static boolean overlap(Span one, Span other) {
        return one.start() < other.end() && one.end() > other.start();
    }
}
