package huisheng.learning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;

/**
 * Skip-gram word vectors with negative sampling (Mikolov et al. 2013) over unlabelled sentences. One thread and a fixed
 * seed: the same sentences give the same vectors.
 */
final class WordVectors {
    private static final int WINDOW = 4;
    private static final int NEGATIVES = 5;
    private static final float RATE = 0.05f;
    /** Frequent words are skipped at random, as in the paper. */
    private static final double SAMPLE = 1e-4;

    private static final int NOISE_TABLE = 1 << 20;
    private static final int STEPS = 4096;
    private static final float REACH = 6;

    private final int size;
    private final String[] words;
    private final long[] counts;
    private final Map<String, Integer> ids = new HashMap<>();
    private final float[] input;
    private final float[] output;
    private final int[] noise;
    private final float[] sigmoid = new float[STEPS];
    private final SplittableRandom random = new SplittableRandom(11);

    private WordVectors(SortedMap<String, Long> vocabulary, int size) {
        this.size = size;
        this.words = vocabulary.keySet().toArray(String[]::new);
        this.counts = vocabulary.values().stream().mapToLong(Long::longValue).toArray();
        for (int i = 0; i < words.length; i++) ids.put(words[i], i);
        this.input = new float[words.length * size];
        this.output = new float[words.length * size];
        for (int i = 0; i < input.length; i++) input[i] = (float) ((random.nextDouble() - 0.5) / size);
        for (int i = 0; i < STEPS; i++) {
            sigmoid[i] = (float) (1 / (1 + Math.exp(-(2.0 * i / STEPS - 1) * REACH)));
        }
        this.noise = noiseTable();
    }

    /** @param vocabulary words with their counts, rare ones left out */
    static WordVectors train(SortedMap<String, Long> vocabulary, List<String[]> sentences, int size, int epochs) {
        WordVectors vectors = new WordVectors(vocabulary, size);
        vectors.run(sentences, epochs);
        return vectors;
    }

    String[] words() {
        return words.clone();
    }

    /** Of length 1. */
    float[] vector(int word) {
        float[] vector = Arrays.copyOfRange(input, word * size, (word + 1) * size);
        double square = 0;
        for (float x : vector) square += x * x;
        float norm = (float) (1 / Math.sqrt(square + 1e-12));
        for (int i = 0; i < size; i++) vector[i] *= norm;
        return vector;
    }

    private int[] noiseTable() {
        double total = 0;
        for (long count : counts) total += Math.pow((double) count, 0.75);
        int[] table = new int[NOISE_TABLE];
        int word = 0;
        double reached = Math.pow((double) counts[0], 0.75) / total;
        for (int i = 0; i < NOISE_TABLE; i++) {
            table[i] = word;
            if ((i + 1.0) / NOISE_TABLE > reached && word < counts.length - 1) {
                reached += Math.pow((double) counts[++word], 0.75) / total;
            }
        }
        return table;
    }

    private void run(List<String[]> sentences, int epochs) {
        long total = Arrays.stream(counts).sum();
        float[] step = new float[size];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int s = 0; s < sentences.size(); s++) {
                double done = (epoch + s / (double) sentences.size()) / epochs;
                float rate = (float) Math.max(RATE * (1 - done), RATE * 0.01);
                learn(kept(sentences.get(s), total), rate, step);
            }
        }
    }

    private int[] kept(String[] sentence, long total) {
        int[] kept = new int[sentence.length];
        int n = 0;
        for (String word : sentence) {
            Integer id = ids.get(word);
            if (id == null) continue;
            double share = counts[id] / (double) total;
            if (random.nextDouble() < (Math.sqrt(share / SAMPLE) + 1) * SAMPLE / share) kept[n++] = id;
        }
        return Arrays.copyOf(kept, n);
    }

    private void learn(int[] sentence, float rate, float[] step) {
        for (int at = 0; at < sentence.length; at++) {
            int reach = 1 + random.nextInt(WINDOW);
            int from = Math.max(0, at - reach);
            int to = Math.min(sentence.length - 1, at + reach);
            for (int other = from; other <= to; other++) {
                if (other != at) pair(sentence[other], sentence[at], rate, step);
            }
        }
    }

    private void pair(int word, int context, float rate, float[] step) {
        int row = word * size;
        Arrays.fill(step, 0);
        for (int k = 0; k <= NEGATIVES; k++) {
            int target = k == 0 ? context : noise[random.nextInt(NOISE_TABLE)];
            if (k > 0 && target == context) continue;
            int column = target * size;
            float dot = 0;
            for (int i = 0; i < size; i++) dot += input[row + i] * output[column + i];
            float gradient = ((k == 0 ? 1 : 0) - logistic(dot)) * rate;
            for (int i = 0; i < size; i++) {
                step[i] += gradient * output[column + i];
                output[column + i] += gradient * input[row + i];
            }
        }
        for (int i = 0; i < size; i++) input[row + i] += step[i];
    }

    private float logistic(float x) {
        if (x >= REACH) return 1;
        if (x <= -REACH) return 0;
        // the largest float below REACH still rounds up to the end of the table
        return sigmoid[Math.min(STEPS - 1, (int) ((x / REACH + 1) / 2 * STEPS))];
    }
}
