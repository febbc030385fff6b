package huisheng.learning;

import huisheng.analysis.model.HeadModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Learning a user's rows on top of a model that is there: the regularisation pulls to that model instead of to 0, so that
 * two hundred rows move what they are about and leave the rest.
 */
final class OnTop {
    /** A user's row weighs as much as this many that hold the model in place. */
    static final float OWN = 8;

    /** A feature of one row only counts: a correction is about its very words. */
    static final HeadTrainer.Options OPTIONS = new HeadTrainer.Options(0.3, 8, 1, 0, 5, 7);

    private OnTop() {}

    /** The model with more heads, which say no of every text until they learn. */
    static HeadModel withHeads(HeadModel model, List<String> more) {
        if (more.isEmpty()) return model;
        List<HeadModel.Head> heads = new ArrayList<>(model.heads());
        for (String name : more) heads.add(new HeadModel.Head(name, 1, -1, 2, 0, 0.5f));
        int[] keys = model.keys();
        byte[] weights = new byte[keys.length * heads.size()];
        for (int k = 0; k < keys.length; k++) {
            for (int h = 0; h < model.heads().size(); h++) {
                float weight = model.weight(k, h) / model.heads().get(h).scale();
                long root = Math.round(Math.sqrt(Math.abs(weight)));
                weights[k * heads.size() + h] = (byte) (weight < 0 ? -root : root);
            }
        }
        return HeadModel.of(heads, keys, weights);
    }

    /** Of the user's rows: what the model said before, and what one says that has learned from the others. */
    static List<Score> scores(
            String file, String every, List<Example> own, HeadModel before, HeadTrainer.Fitted fitted) {
        List<Score> scores = new ArrayList<>(before(file, every, own, before));
        scores.addAll(Score.of(file, every, own, fitted));
        return scores;
    }

    static List<Score> before(String file, String every, List<Example> own, HeadModel before) {
        double[][] priors = own.stream().map(Example::priors).toArray(double[][]::new);
        return Score.of(file, every, own, new HeadTrainer.Fitted(before, priors)).stream()
                .map(score -> score.named("before, "))
                .toList();
    }
}
