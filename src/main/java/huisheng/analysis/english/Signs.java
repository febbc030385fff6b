package huisheng.analysis.english;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.HeadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How positive a text and its clauses sound, in logits: 0 undecided, above 0 positive.
 *
 * @param clauses one a clause
 */
public record Signs(double whole, List<Double> clauses) {
    private static final int STEEP = 4;

    public Signs {
        clauses = List.copyOf(clauses);
    }

    /** Without the model's offset, which tells how much praise its rows held: the margin was learned with even sides. */
    static Signs of(EnglishText text, HeadModel model) {
        double slope = model.heads().getFirst().slope();
        return of(text, features -> slope * model.margins(features)[0]);
    }

    static Signs of(EnglishText text, ToDoubleFunction<FeatureSet> logit) {
        List<Double> clauses = new ArrayList<>();
        for (EnglishText.Stretch clause : text.clauses) {
            clauses.add(logit.applyAsDouble(SignFeatures.of(text, clause)));
        }
        return new Signs(logit.applyAsDouble(SignFeatures.of(text)), clauses);
    }

    double best() {
        return clauses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double worst() {
        return clauses.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /** A logit as a small whole number. */
    static int step(double logit) {
        return Math.clamp(Math.round(logit), -STEEP, STEEP);
    }
}
