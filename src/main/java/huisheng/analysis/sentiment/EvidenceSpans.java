package huisheng.analysis.sentiment;

import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import huisheng.review.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words that pushed the model most, neighbours of one sign joined, in text order. */
final class EvidenceSpans {
    static final String SOURCE = "model";
    private static final int MAX = 6;
    /** Words that weigh less than this share of the heaviest say nothing. */
    private static final double FLOOR = 0.25;

    private EvidenceSpans() {}

    static List<Evidence> of(Draft draft) {
        float[] pushes = draft.pushes;
        double[] weights = new double[draft.tokens.size()];
        double heaviest = 0;
        for (int i = 0; i < weights.length; i++) {
            Token token = draft.tokens.get(i);
            for (int c = token.start(); c < token.end(); c++) weights[i] += pushes[c];
            if (!isWord(token)) weights[i] = 0;
            heaviest = Math.max(heaviest, Math.abs(weights[i]));
        }
        List<Evidence> spans = joined(draft, weights, heaviest * FLOOR);
        return spans.stream()
                .sorted(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())))
                .limit(MAX)
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList();
    }

    private static boolean isWord(Token token) {
        return !token.nature().startsWith("w");
    }

    private static List<Evidence> joined(Draft draft, double[] weights, double floor) {
        List<Evidence> spans = new ArrayList<>();
        int at = 0;
        while (at < weights.length) {
            if (Math.abs(weights[at]) < floor || weights[at] == 0) {
                at++;
                continue;
            }
            int end = at + 1;
            double sum = weights[at];
            while (end < weights.length && weights[end] * sum > 0 && Math.abs(weights[end]) >= floor) {
                sum += weights[end++];
            }
            spans.add(span(draft, at, end, sum));
            at = end;
        }
        return spans;
    }

    private static Evidence span(Draft draft, int first, int end, double weight) {
        int start = draft.offsets.start(draft.tokens.get(first).start());
        int stop = draft.offsets.end(draft.tokens.get(end - 1).end());
        return new Evidence(start, stop, Math.round(weight * 1000) / 1000.0, SOURCE);
    }
}
