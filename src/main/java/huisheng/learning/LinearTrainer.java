package huisheng.learning;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits the weights of one label with the dual coordinate descent of Hsieh et al. (2008), squared hinge loss. A feature
 * weighs in with its naive Bayes log-count ratio (Wang and Manning 2012) and its inverse document frequency; both are
 * folded into the weight, so that using the model costs one look-up a feature.
 */
final class LinearTrainer {
    private final HeadTrainer.Options options;

    private final boolean moveBias;

    LinearTrainer(HeadTrainer.Options options) {
        this(options, true);
    }

    private LinearTrainer(HeadTrainer.Options options, boolean moveBias) {
        this.options = options;
        this.moveBias = moveBias;
    }

    /** Learns by features alone, so that a few rows do not shift what is said of every text. */
    static LinearTrainer withoutBias(HeadTrainer.Options options) {
        return new LinearTrainer(options, false);
    }

    static final class Weights {
        private final float[] slots;
        private final float bias;

        private Weights(float[] slots, float bias) {
            this.slots = slots;
            this.bias = bias;
        }

        /** Not a copy. */
        float[] slots() {
            return slots;
        }

        float bias() {
            return bias;
        }
    }

    /** @param heldOut the fold that is left out, -1 for none */
    Weights fit(Compact data, int head, int heldOut) {
        int[] rows = IntStream.range(0, data.size())
                .filter(row -> data.row(row).labels()[head] != Example.UNKNOWN)
                .filter(row -> heldOut < 0 || data.fold(row, options.folds()) != heldOut)
                .toArray();
        float[] scale = scales(data, head, rows);
        float[] weights = new float[scale.length];
        double bias = descend(data, head, rows, scale, weights);
        for (int f = 0; f < weights.length; f++) weights[f] *= scale[f];
        return new Weights(weights, (float) bias);
    }

    private double descend(Compact data, int head, int[] rows, float[] scale, float[] weights) {
        double[] alpha = new double[rows.length];
        double[] slack = new double[rows.length];
        double[] diagonal = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            slack[i] = 0.5 / (options.cost() * data.row(rows[i]).weight());
            diagonal[i] = squaredNorm(data, rows[i], scale) + (moveBias ? 1 : 0) + slack[i];
        }
        int[] order = IntStream.range(0, rows.length).toArray();
        Random random = new Random(options.seed());
        double bias = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            Rows.shuffle(order, random);
            for (int i : order) {
                int row = rows[i];
                double norm = data.row(row).norm();
                double y = data.row(row).labels()[head] == 1 ? 1 : -1;
                double margin = dot(data.features(row), weights, scale) * norm
                        + bias
                        + data.row(row).prior(head);
                double gradient = y * margin - 1 + alpha[i] * slack[i];
                double updated = Math.max(0, alpha[i] - gradient / diagonal[i]);
                double change = (updated - alpha[i]) * y;
                if (change == 0) continue;
                alpha[i] = updated;
                float step = (float) (change * norm);
                for (int f : data.features(row)) weights[f] += step * scale[f];
                if (moveBias) bias += change;
            }
        }
        return bias;
    }

    private static double dot(int[] features, float[] weights, float[] scale) {
        double sum = 0;
        for (int f : features) sum += weights[f] * scale[f];
        return sum;
    }

    private static double squaredNorm(Compact data, int row, float[] scale) {
        double sum = 0;
        for (int f : data.features(row)) sum += scale[f] * scale[f];
        double norm = data.row(row).norm();
        return sum * norm * norm;
    }

    private float[] scales(Compact data, int head, int[] rows) {
        int[] with = new int[data.keys().length];
        int[] without = new int[with.length];
        int positives = 0;
        for (int row : rows) {
            boolean holds = data.row(row).labels()[head] == 1;
            if (holds) positives++;
            int[] counts = holds ? with : without;
            for (int f : data.features(row)) counts[f]++;
        }
        double prior = Math.log((positives + 1.0) / (rows.length - positives + 1.0));
        float[] scale = new float[with.length];
        for (int f = 0; f < scale.length; f++) {
            int documents = with[f] + without[f];
            if (documents < options.minimum()) continue;
            double idf = Math.log(rows.length / (double) documents) + 1;
            double ratio = Math.abs(Math.log((with[f] + 1.0) / (without[f] + 1.0)) - prior);
            scale[f] = (float) (idf * Math.pow(ratio + 0.05, options.nbShare()) * 0.2);
        }
        return scale;
    }
}
