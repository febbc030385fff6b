package huisheng.learning;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits weights of hashed features with the dual coordinate descent of Hsieh et al. (2008), squared hinge loss. A feature
 * weighs in with its naive Bayes log-count ratio (Wang and Manning 2012) and its inverse document frequency; both are
 * folded into the weight, so that using the model costs one look-up a feature.
 */
final class LinearTrainer {
    private final int slots;
    private final Options options;

    /**
     * @param cost of an error; more fits the training rows closer
     * @param minimum documents a slot must appear in
     * @param nbShare 0: features weigh their idf; 1: idf times the absolute log-count ratio
     */
    record Options(double cost, int epochs, int minimum, double nbShare, long seed) {
        static final Options DEFAULT = new Options(0.4, 10, 2, 0.5, 7);
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

    LinearTrainer(int slots, Options options) {
        this.slots = slots;
        this.options = options;
    }

    Weights fit(List<Features> rows) {
        float[] scale = scales(rows);
        int n = rows.size();
        float[] weights = new float[slots];
        double[] alpha = new double[n];
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) diagonal[i] = rows.get(i).squaredNorm(scale) + 1 + 0.5 / options.cost;
        int[] order = IntStream.range(0, n).toArray();
        Random random = new Random(options.seed);
        double bias = 0;
        for (int epoch = 0; epoch < options.epochs; epoch++) {
            shuffle(order, random);
            for (int i : order) {
                Features row = rows.get(i);
                double y = row.positive() ? 1 : -1;
                double gradient = y * (row.dot(weights, scale) + bias) - 1 + alpha[i] * 0.5 / options.cost;
                double updated = Math.max(0, alpha[i] - gradient / diagonal[i]);
                double change = (updated - alpha[i]) * y;
                alpha[i] = updated;
                if (change == 0) continue;
                row.addTo(weights, scale, change);
                bias += change;
            }
        }
        for (int s = 0; s < slots; s++) weights[s] *= scale[s];
        return new Weights(weights, (float) bias);
    }

    private float[] scales(List<Features> rows) {
        int[] positive = new int[slots];
        int[] negative = new int[slots];
        int[] seen = new int[slots];
        int positives = 0;
        for (int i = 0; i < rows.size(); i++) {
            Features row = rows.get(i);
            if (row.positive()) positives++;
            int[] counts = row.positive() ? positive : negative;
            for (int slot : row.slots()) {
                if (seen[slot] == i + 1) continue;
                seen[slot] = i + 1;
                counts[slot]++;
            }
        }
        double prior = Math.log((positives + 1.0) / (rows.size() - positives + 1.0));
        float[] scale = new float[slots];
        for (int s = 0; s < slots; s++) {
            int documents = positive[s] + negative[s];
            if (documents < options.minimum) continue;
            double idf = Math.log(rows.size() / (double) documents) + 1;
            double ratio = Math.abs(Math.log((positive[s] + 1.0) / (negative[s] + 1.0)) - prior);
            scale[s] = (float) (idf * Math.pow(ratio + 0.05, options.nbShare) * 0.2);
        }
        return scale;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }
}
