package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import huisheng.review.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words that pushed the sign most, neighbours of one sign joined, in text order. */
final class EvidenceWords {
    private static final String SOURCE = "model";
    private static final int MAX = 6;
    /** Words that weigh less than this share of the heaviest say nothing. */
    private static final double FLOOR = 0.25;

    private EvidenceWords() {}

    static List<Evidence> of(EnglishText text, HeadModel model) {
        FeatureSet features = SignFeatures.of(text);
        float[] pushes = model.contributions(0, features, text.text.length());
        double[] weights = new double[text.words.size()];
        double heaviest = 0;
        for (int i = 0; i < weights.length; i++) {
            Word word = text.words.get(i);
            if (word.isSign()) continue;
            for (int c = word.start(); c < word.end(); c++) weights[i] += pushes[c];
            heaviest = Math.max(heaviest, Math.abs(weights[i]));
        }
        return joined(text, weights, heaviest * FLOOR).stream()
                .sorted(Comparator.comparingDouble((Evidence e) -> -Math.abs(e.weight())))
                .limit(MAX)
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList();
    }

    private static List<Evidence> joined(EnglishText text, double[] weights, double floor) {
        List<Evidence> spans = new ArrayList<>();
        for (int at = 0; at < weights.length; ) {
            if (Math.abs(weights[at]) < floor || weights[at] == 0) {
                at++;
                continue;
            }
            int end = at + 1;
            double sum = weights[at];
            while (end < weights.length && weights[end] * sum > 0 && Math.abs(weights[end]) >= floor) {
                sum += weights[end++];
            }
            int start = text.words.get(at).start();
            spans.add(new Evidence(start, text.words.get(end - 1).end(), Math.round(sum * 1000) / 1000.0, SOURCE));
            at = end;
        }
        return spans;
    }
}
