package huisheng.learning;

import huisheng.analysis.model.HeadModel;
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

        Options withCost(double other) {
            return new Options(other, epochs, minimum, nbShare, folds, seed);
        }
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
        double[][] margins = outOfFold(compact);
        for (int row = 0; row < margins.length; row++) {
            for (int h = 0; h < heads.size(); h++) margins[row][h] += beside[row][h];
        }
        List<LinearTrainer.Weights> fitted = IntStream.range(0, heads.size())
                .parallel()
                .mapToObj(h -> trainer().fit(compact, h, -1))
                .toList();
        List<HeadModel.Head> described = new ArrayList<>();
        byte[] weights = new byte[compact.keys().length * heads.size()];
        for (int h = 0; h < heads.size(); h++) {
            float scale = quantise(fitted.get(h).slots(), h, weights);
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

    private double[][] outOfFold(Compact compact) {
        double[][] margins = new double[compact.size()][heads.size()];
        IntStream.range(0, heads.size() * options.folds()).parallel().forEach(task -> {
            int head = task / options.folds();
            int fold = task % options.folds();
            LinearTrainer.Weights weights = trainer().fit(compact, head, fold);
            for (int row = 0; row < compact.size(); row++) {
                if (compact.fold(row, options.folds()) == fold) margins[row][head] = compact.margin(row, weights);
            }
        });
        return margins;
    }

    private LinearTrainer trainer() {
        return new LinearTrainer(options);
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

    /** Roots of the weights fill one byte each; returns the scale that leads back. */
    private float quantise(float[] weights, int head, byte[] out) {
        float largest = 1e-9f;
        for (float w : weights) largest = Math.max(largest, Math.abs(w));
        float scale = largest / (STEPS * STEPS);
        for (int f = 0; f < weights.length; f++) {
            long root = Math.round(Math.sqrt(Math.abs(weights[f]) / scale));
            out[f * heads.size() + head] = (byte) (weights[f] < 0 ? -root : root);
        }
        return scale;
    }
}
