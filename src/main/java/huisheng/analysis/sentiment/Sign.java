package huisheng.analysis.sentiment;

import java.util.List;

/**
 * How positive a text and its clauses sound to the sentiment model, in logits: 0 undecided, above 0 positive.
 *
 * @param clauses one a clause of the draft
 * @param domain the likeliest domain's number, -1 for none
 */
public record Sign(double whole, List<Double> clauses, int domain) {
    public static final Sign NONE = new Sign(0, List.of(), -1);

    private static final double MARGIN = 0.5;

    public Sign {
        clauses = List.copyOf(clauses);
    }

    /** What the whole text's logit counts as among margins of 1. */
    public double margin() {
        return whole * MARGIN;
    }

    public double first() {
        return clauses.isEmpty() ? 0 : clauses.getFirst();
    }

    public double last() {
        return clauses.isEmpty() ? 0 : clauses.getLast();
    }

    public double best() {
        double best = first();
        for (double clause : clauses) best = Math.max(best, clause);
        return best;
    }

    public double worst() {
        double worst = first();
        for (double clause : clauses) worst = Math.min(worst, clause);
        return worst;
    }
}
