package huisheng.learning;

import huisheng.analysis.Draft;
import huisheng.analysis.model.Chain;
import huisheng.analysis.model.KeyIndex;
import huisheng.analysis.model.TagFeatures;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains a {@link Tagger} as a linear-chain conditional random field (Lafferty et al. 2001) with AdaGrad (Duchi et al.
 * 2011). Deterministic.
 */
final class TaggerTrainer {
    private static final int EPOCHS = 8;
    private static final int MINIMUM = 2;
    private static final long SEED = 7;

    private final List<String> kinds;
    private final TagFeatures features;

    TaggerTrainer(List<String> kinds, WordClusters clusters) {
        this.kinds = List.copyOf(kinds);
        this.features = Tagger.features(clusters);
    }

    /** A text with the spans in it, in order, none overlapping another. */
    record Sentence(Draft draft, List<Tagger.Span> spans) {}

    Tagger fit(List<Sentence> sentences) {
        int[][][] hashed = sentences.parallelStream().map(this::hashes).toArray(int[][][]::new);
        int[] keys = frequent(hashed, MINIMUM);
        return fit(sentences, hashed, keys, new Learner(kinds.size() * 2 + 1, keys.length));
    }

    /**
     * Goes on from another tagger of the same kinds; what that has learned moves slowly.
     *
     * @param own so many of the sentences come first and may bring features that the tagger does not know
     */
    Tagger onTop(Tagger before, List<Sentence> sentences, int own) {
        int[][][] hashed = sentences.parallelStream().map(this::hashes).toArray(int[][][]::new);
        int[] keys = IntStream.concat(
                        IntStream.of(before.keys()), IntStream.of(frequent(Arrays.copyOf(hashed, own), 1)))
                .sorted()
                .distinct()
                .toArray();
        Learner learner = new Learner(kinds.size() * 2 + 1, keys.length);
        learner.start(before, new KeyIndex(keys));
        return fit(sentences, hashed, keys, learner);
    }

    private Tagger fit(List<Sentence> sentences, int[][][] hashed, int[] keys, Learner learner) {
        KeyIndex index = new KeyIndex(keys);
        int[][][] rows = Arrays.stream(hashed)
                .parallel()
                .map(sentence -> Arrays.stream(sentence)
                        .map(at -> Arrays.stream(at)
                                .map(index::find)
                                .filter(row -> row >= 0)
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
        int[][] gold = sentences.stream()
                .map(sentence -> Tagger.path(sentence.draft(), sentence.spans()))
                .toArray(int[][]::new);
        int[] order = IntStream.range(0, rows.length).toArray();
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Rows.shuffle(order, random);
            for (int s : order) learner.learn(rows[s], gold[s]);
        }
        return Tagger.of(kinds, keys, learner.weights, learner.moves, features);
    }

    private int[][] hashes(Sentence sentence) {
        int[] all = features.of(sentence.draft());
        int[][] own = new int[all.length / TagFeatures.PER_WORD][];
        for (int i = 0; i < own.length; i++) {
            own[i] = Arrays.copyOfRange(all, i * TagFeatures.PER_WORD, (i + 1) * TagFeatures.PER_WORD);
        }
        return own;
    }

    private static int[] frequent(int[][][] hashed, int minimum) {
        int[] all = Arrays.stream(hashed)
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return Rows.frequent(all, minimum);
    }

    /** Forward and backward sums in the log domain; one learning rate a weight. */
    private static final class Learner {
        private static final double RATE = 0.012;
        private static final double DECAY = 2e-4;
        /** Of weights learned before: they move as if they had met as many errors already. */
        private static final float SETTLED = 2;

        private final int tags;
        private final float[] weights;
        private final float[] squares;
        private final float[] moves;
        private final float[] moveSquares;

        Learner(int tags, int features) {
            this.tags = tags;
            this.weights = new float[features * tags];
            this.squares = new float[weights.length];
            this.moves = new float[tags * tags];
            this.moveSquares = new float[moves.length];
        }

        void start(Tagger before, KeyIndex places) {
            int[] keys = before.keys();
            float[] known = before.weights();
            for (int k = 0; k < keys.length; k++) {
                int at = places.find(keys[k]) * tags;
                System.arraycopy(known, k * tags, weights, at, tags);
                Arrays.fill(squares, at, at + tags, SETTLED);
            }
            System.arraycopy(before.moves(), 0, moves, 0, moves.length);
            Arrays.fill(moveSquares, SETTLED);
        }

        void learn(int[][] rows, int[] gold) {
            int length = rows.length;
            if (length == 0) return;
            float[] scores = new float[length * tags];
            for (int at = 0; at < length; at++) {
                for (int row : rows[at]) {
                    for (int t = 0; t < tags; t++) scores[at * tags + t] += weights[row * tags + t];
                }
            }
            double[] forward = Chain.forward(scores, length, tags, moves);
            double[] backward = Chain.backward(scores, length, tags, moves);
            double all = Chain.sum(forward, (length - 1) * tags, tags);
            double[] moved = new double[tags * tags];
            for (int at = 1; at < length; at++) {
                for (int f = 0; f < tags; f++) {
                    for (int t = 0; t < tags; t++) {
                        if (!Chain.mayFollow(f, t)) continue;
                        moved[f * tags + t] += Math.exp(forward[(at - 1) * tags + f]
                                + moves[f * tags + t]
                                + scores[at * tags + t]
                                + backward[at * tags + t]
                                - all);
                    }
                }
                moved[gold[at - 1] * tags + gold[at]]--;
            }
            for (int at = 0; at < length; at++) {
                for (int t = 0; t < tags; t++) {
                    double gradient =
                            Math.exp(forward[at * tags + t] + backward[at * tags + t] - all) - (gold[at] == t ? 1 : 0);
                    if (Math.abs(gradient) < 1e-5) continue;
                    for (int row : rows[at]) step(weights, squares, row * tags + t, gradient);
                }
            }
            for (int m = 0; m < moved.length; m++) step(moves, moveSquares, m, moved[m]);
        }

        private static void step(float[] values, float[] squares, int at, double gradient) {
            double decayed = gradient + DECAY * values[at];
            squares[at] += (float) (decayed * decayed);
            values[at] -= (float) (RATE * decayed / Math.sqrt(squares[at] + 1e-3));
        }
    }
}
