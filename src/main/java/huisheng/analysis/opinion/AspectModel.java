package huisheng.analysis.opinion;

import huisheng.analysis.Draft;
import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.KeyIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells the aspects that a text judges and their polarities. Whether an aspect is judged is told by the margin of the
 * whole text plus the best margin of a clause; its polarity by the clause that speaks for it. Immutable.
 */
public final class AspectModel {
    private static final int NONE = -1;

    private final HeadModel texts;
    private final HeadModel clauses;
    private final HeadModel polarities;

    /**
     * @param texts a head for each aspect, calibrated on the sum of both margins
     * @param clauses the same heads, over clauses
     * @param polarities one head each for positive, negative, neutral
     */
    public AspectModel(HeadModel texts, HeadModel clauses, HeadModel polarities) {
        if (texts.heads().size() != clauses.heads().size()) throw new IllegalArgumentException("aspects differ");
        this.texts = texts;
        this.clauses = clauses;
        this.polarities = polarities;
    }

    /** The three files of a pack. */
    public static List<Path> files(Path models, String pack) {
        return List.of(
                models.resolve(pack + "-aspects.bin"),
                models.resolve(pack + "-clauses.bin"),
                models.resolve(pack + "-polarities.bin"));
    }

    public static AspectModel load(List<Path> files) throws IOException {
        return new AspectModel(
                HeadModel.load(files.get(0)), HeadModel.load(files.get(1)), HeadModel.load(files.get(2)));
    }

    /** What its heads over the text and over clauses know. */
    public List<int[]> keys() {
        return List.of(texts.keys(), clauses.keys());
    }

    /** {@link HeadModel#among}. */
    public AspectModel among(KeyIndex vocabulary) {
        return new AspectModel(texts.among(vocabulary), clauses.among(vocabulary), polarities);
    }

    /**
     * An aspect that the text judges.
     *
     * @param aspect its name
     * @param number among the model's aspects
     * @param clause that speaks of it most
     */
    record Found(String aspect, int number, double probability, int clause) {}

    List<Found> aspects(Draft draft) {
        double[][] byClause = new double[draft.clauses.size()][];
        for (int c = 0; c < byClause.length; c++) byClause[c] = clauses.margins(AspectFeatures.clause(draft, c));
        double[] margins = texts.margins(draft.features);
        List<Found> found = new ArrayList<>();
        for (int a = 0; a < margins.length; a++) {
            int best = best(byClause, a);
            HeadModel.Head head = texts.heads().get(a);
            double probability = head.probability(margins[a] + (best == NONE ? 0 : byClause[best][a]));
            if (best != NONE && probability >= head.threshold()) {
                found.add(new Found(head.name(), a, probability, best));
            }
        }
        return found;
    }

    /**
     * Probabilities of positive, negative, neutral.
     *
     * @param id of the aspect in the pack
     */
    double[] polarities(Draft draft, Found found, String id) {
        return polarities.probabilities(AspectFeatures.polarity(draft, found.number(), id, found.clause()));
    }

    /** What each character speaks for the aspect being judged. */
    float[] pushes(Draft draft, Found found) {
        return clauses.contributions(
                found.number(), AspectFeatures.clause(draft, found.clause()), draft.normalised.length());
    }

    /** The clause with the best margin for an aspect, -1 where there is no clause. */
    public static int best(double[][] byClause, int aspect) {
        int best = NONE;
        for (int c = 0; c < byClause.length; c++) {
            if (best == NONE || byClause[c][aspect] > byClause[best][aspect]) best = c;
        }
        return best;
    }
}
