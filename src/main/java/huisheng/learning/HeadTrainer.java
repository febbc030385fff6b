package huisheng.learning;

import huisheng.analysis.model.HeadModel;
import huisheng.analysis.model.KeyIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fits a {@link HeadModel}: one linear classifier a label, its probability and threshold taken from cross-validation.
 * Deterministic for the same rows in the same order.
 */
final class HeadTrainer {
    private static final int STEPS = 127;

    private final List<String> heads;
    private final Options options;

    /**
     * @param cost of an error; more fits the training rows closer
     * @param minimum rows a feature must appear in
     * @param nbShare 0: features weigh their idf; 1: idf times the absolute log-count ratio
     * @param folds of the cross-validation
     */
    record Options(double cost, int epochs, int minimum, double nbShare, int folds, long seed) {
        static final Options DEFAULT = new Options(0.3, 8, 2, 0.5, 5, 7);
    }

    HeadTrainer(List<String> heads, Options options) {
        this.heads = List.copyOf(heads);
        this.options = options;
    }

    /** A model with what it says of each row when it has not seen the row's group: {@code margins[row][head]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
    record Fitted(HeadModel model, double[][] margins) {}

    Fitted fit(List<Example> rows) {
        return fit(rows, new double[rows.size()][heads.size()]);
    }

    /** @param beside margins of another model that is used together with this one: probability and threshold are of the sum */
    Fitted fit(List<Example> rows, double[][] beside) {
        Compact compact = Compact.of(rows, options.minimum());
        double[][] margins = outOfFold(compact, new LinearTrainer(options));
        for (int row = 0; row < margins.length; row++) {
            for (int h = 0; h < heads.size(); h++) margins[row][h] += beside[row][h];
        }
        List<LinearTrainer.Weights> fitted = IntStream.range(0, heads.size())
                .parallel()
                .mapToObj(h -> new LinearTrainer(options).fit(compact, h, -1))
                .toList();
        List<HeadModel.Head> described = new ArrayList<>();
        byte[] weights = new byte[compact.keys().length * heads.size()];
        for (int h = 0; h < heads.size(); h++) {
            float scale = quantise(fitted.get(h).slots(), h, heads.size(), weights);
            Calibration calibration = calibrate(rows, margins, h);
            float threshold = Threshold.best(rows, margins, h, calibration);
            described.add(new HeadModel.Head(
                    heads.get(h),
                    scale,
                    fitted.get(h).bias(),
                    (float) calibration.slope(),
                    (float) calibration.offset(),
                    threshold));
        }
        return new Fitted(HeadModel.of(described, compact.keys(), weights), margins);
    }

    /**
     * A model that starts from another one of the same heads: what that gets wrong in the rows moves, what it gets right
     * stays. Probabilities and thresholds are as they were.
     *
     * @param rows whose priors are what the other model says of them
     * @param own so many of the rows come first and teach; the others hold the model in place
     */
    Fitted onTop(HeadModel before, List<Example> rows, int own) {
        Compact compact = Compact.ofFirst(rows, own);
        LinearTrainer trainer = LinearTrainer.withoutBias(options);
        double[][] margins = outOfFold(compact, trainer);
        for (int row = 0; row < margins.length; row++) {
            for (int h = 0; h < heads.size(); h++)
                margins[row][h] += rows.get(row).prior(h);
        }
        List<LinearTrainer.Weights> moved = IntStream.range(0, heads.size())
                .parallel()
                .mapToObj(h -> trainer.fit(compact, h, -1))
                .toList();
        List<float[]> steps = moved.stream().map(LinearTrainer.Weights::slots).toList();
        return new Fitted(plus(before, compact.keys(), steps), margins);
    }

    /**
     * A model with some weights moved; probabilities and thresholds are as they were.
     *
     * @param steps of the first heads, one for each of the keys; the heads after them stay
     */
    static HeadModel plus(HeadModel before, int[] keys, List<float[]> steps) {
        int[] known = before.keys();
        int[] all = IntStream.concat(IntStream.of(known), IntStream.of(keys))
                .sorted()
                .distinct()
                .toArray();
        KeyIndex places = new KeyIndex(all);
        int heads = before.heads().size();
        byte[] weights = new byte[all.length * heads];
        List<HeadModel.Head> described = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            float[] sums = new float[all.length];
            for (int k = 0; k < known.length; k++) sums[places.find(known[k])] = before.weight(k, h);
            for (int k = 0; h < steps.size() && k < keys.length; k++) sums[places.find(keys[k])] += steps.get(h)[k];
            HeadModel.Head head = before.heads().get(h);
            float scale = quantise(sums, h, heads, weights);
            described.add(
                    new HeadModel.Head(head.name(), scale, head.bias(), head.slope(), head.offset(), head.threshold()));
        }
        return weighing(described, all, weights);
    }

    /** Without the features that weigh nothing for any head. */
    private static HeadModel weighing(List<HeadModel.Head> heads, int[] keys, byte[] weights) {
        int count = heads.size();
        int[] kept = IntStream.range(0, keys.length)
                .filter(k -> IntStream.range(k * count, (k + 1) * count).anyMatch(at -> weights[at] != 0))
                .toArray();
        byte[] own = new byte[kept.length * count];
        for (int k = 0; k < kept.length; k++) System.arraycopy(weights, kept[k] * count, own, k * count, count);
        return HeadModel.of(heads, IntStream.of(kept).map(k -> keys[k]).toArray(), own);
    }

    private double[][] outOfFold(Compact compact, LinearTrainer trainer) {
        double[][] margins = new double[compact.size()][heads.size()];
        IntStream.range(0, heads.size() * options.folds()).parallel().forEach(task -> {
            int head = task / options.folds();
            int fold = task % options.folds();
            LinearTrainer.Weights weights = trainer.fit(compact, head, fold);
            for (int row = 0; row < compact.size(); row++) {
                if (compact.fold(row, options.folds()) == fold) margins[row][head] = compact.margin(row, weights);
            }
        });
        return margins;
    }

    private static Calibration calibrate(List<Example> rows, double[][] margins, int head) {
        int[] told = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).labels()[head] != Example.UNKNOWN)
                .toArray();
        double[] own = new double[told.length];
        boolean[] holds = new boolean[told.length];
        for (int i = 0; i < told.length; i++) {
            own[i] = margins[told[i]][head];
            holds[i] = rows.get(told[i]).labels()[head] == 1;
        }
        return Calibration.fit(own, holds);
    }

    /**
     * Roots of the weights fill one byte each.
     *
     * @param out of all heads, row by row
     * @return the scale that leads back
     */
    static float quantise(float[] weights, int head, int heads, byte[] out) {
        float largest = 1e-9f;
        for (float w : weights) largest = Math.max(largest, Math.abs(w));
        float scale = largest / (STEPS * STEPS);
        for (int f = 0; f < weights.length; f++) {
            long root = Math.round(Math.sqrt(Math.abs(weights[f]) / scale));
            out[f * heads + head] = (byte) (weights[f] < 0 ? -root : root);
        }
        return scale;
    }
}
