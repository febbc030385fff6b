package huisheng.analysis.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A linear model for each of several labels ("heads") over the same features. The margin of a head is {@code bias + Σ
 * w(feature) / √(number of features)}; a logistic curve fitted on held-out rows turns it into a probability. Features
 * that training never kept weigh nothing. Immutable.
 */
public final class HeadModel {
    private final List<Head> heads;
    private final int[] keys;
    private final Rows rows;
    /** Behind the last row one of zeros. */
    private final HeadWeights weights;

    private final boolean isPlaced;
    private final Map<String, Integer> places = new HashMap<>();

    /** Where the weights of a set's features stand; a number that is no row for a feature without any. */
    private interface Rows {
        int[] of(FeatureSet features);
    }

    /**
     * One label.
     *
     * @param scale of the stored weights
     * @param slope with {@code offset}: probability = 1 / (1 + exp(-(slope · margin + offset)))
     * @param threshold probability from which on the label is told
     */
    public record Head(String name, float scale, float bias, float slope, float offset, float threshold) {
        public double probability(double margin) {
            return 1 / (1 + Math.exp(-(slope * margin + offset)));
        }
    }

    private HeadModel(List<Head> heads, int[] keys, HeadWeights weights, boolean isPlaced, Rows rows) {
        this.heads = List.copyOf(heads);
        this.keys = keys;
        this.weights = weights;
        this.isPlaced = isPlaced;
        this.rows = rows;
        for (int h = 0; h < heads.size(); h++) places.put(heads.get(h).name(), h);
    }

    /**
     * @param keys ascending
     * @param weights of each key for each head: {@code weights[key * heads + head]}, stored as {@code scale · q·|q|}
     */
    public static HeadModel of(List<Head> heads, int[] keys, byte[] weights) {
        if (weights.length != keys.length * heads.size()) throw new IllegalArgumentException("weights do not fit");
        int count = heads.size();
        HeadWeights rows = new HeadWeights(keys.length + 1, count);
        for (int k = 0; k < keys.length; k++) rows.put(k, weights, k * count);
        KeyIndex index = new KeyIndex(keys);
        return new HeadModel(heads, keys, rows, false, features -> {
            int[] found = new int[features.size()];
            index.find(features.rawHashes(), found, 0, features.size());
            return found;
        });
    }

    /**
     * The heads of two models, those of the first before those of the second, as one: a feature is looked up once for both,
     * and its weights lie side by side.
     */
    public static HeadModel joined(HeadModel first, HeadModel second) {
        int[] keys = IntStream.concat(Arrays.stream(first.keys), Arrays.stream(second.keys))
                .sorted()
                .distinct()
                .toArray();
        List<Head> heads =
                Stream.concat(first.heads.stream(), second.heads.stream()).toList();
        byte[] weights = new byte[keys.length * heads.size()];
        KeyIndex index = new KeyIndex(keys);
        first.copyTo(weights, index, 0, heads.size());
        second.copyTo(weights, index, first.heads.size(), heads.size());
        return of(heads, keys, weights);
    }

    private void copyTo(byte[] joined, KeyIndex index, int from, int width) {
        refusePlaced();
        for (int k = 0; k < keys.length; k++) {
            int at = index.find(keys[k]) * width + from;
            for (int h = 0; h < heads.size(); h++) joined[at + h] = root(k, h);
        }
    }

    /** The features it knows; not a copy, there can be millions. */
    public int[] keys() {
        return keys;
    }

    /**
     * The same model for sets that know their features' places in a vocabulary, which spares a look-up for each model.
     *
     * @param vocabulary holds all keys of this model; sets of another one must not be given to it
     */
    public HeadModel among(KeyIndex vocabulary) {
        refusePlaced();
        int[] placed = new int[keys.length];
        int end = 0;
        for (int k = 0; k < keys.length; k++) {
            placed[k] = vocabulary.find(keys[k]);
            if (placed[k] < 0) throw new IllegalArgumentException("the vocabulary lacks features of this model");
            end = Math.max(end, placed[k] + 1);
        }
        HeadWeights moved = new HeadWeights(end + 1, heads.size());
        for (int k = 0; k < keys.length; k++) weights.copy(k, moved, placed[k]);
        return new HeadModel(heads, keys, moved, true, features -> {
            if (features.vocabulary() != vocabulary) throw new IllegalArgumentException("a set of another vocabulary");
            return features.places();
        });
    }

    public List<Head> heads() {
        return heads;
    }

    /** The place of a head by its name, -1 where the model has none such. */
    public int head(String name) {
        return places.getOrDefault(name, -1);
    }

    /** Of a model as it was trained or loaded, not {@link #among} a vocabulary; {@code key} is a place in {@link #keys}. */
    public float weight(int key, int head) {
        refusePlaced();
        return weights.get(key, head) * heads.get(head).scale();
    }

    /** One margin a head. */
    public double[] margins(FeatureSet features) {
        int count = heads.size();
        int[] sums = weights.sums(known(features));
        double norm = features.norm();
        double[] margins = new double[count];
        for (int h = 0; h < count; h++) {
            Head head = heads.get(h);
            margins[h] = head.bias + sums[h] * (double) head.scale * norm;
        }
        return margins;
    }

    /** The rows of the features that have weights. */
    private int[] known(FeatureSet features) {
        int[] all = rows.of(features);
        int[] known = new int[features.size()];
        int limit = limit();
        int count = 0;
        for (int f = 0; f < known.length; f++) {
            int row = all[f];
            known[count] = row;
            // 1 for 0 ≤ row < limit, without a branch to guess
            count += (row - limit & ~row) >>> 31;
        }
        return Arrays.copyOf(known, count);
    }

    /** One probability a head. */
    public double[] probabilities(FeatureSet features) {
        double[] margins = margins(features);
        for (int h = 0; h < margins.length; h++) margins[h] = heads.get(h).probability(margins[h]);
        return margins;
    }

    /** For the sum of all heads' margins, each times its factor; heads with the factor 0 cost nothing. */
    public HeadReading read(FeatureSet features, double[] factors) {
        int[] used =
                IntStream.range(0, factors.length).filter(h -> factors[h] != 0).toArray();
        int size = features.size();
        int[] places = rows(features);
        short[] own = new short[used.length * size];
        for (int u = 0; u < used.length; u++) {
            // of the first head each is a look into memory: nothing but looks, so that many are under way at once
            for (int f = 0; f < size; f++) own[u * size + f] = weights.get(places[f], used[u]);
        }
        Head[] described = Arrays.stream(used).mapToObj(heads::get).toArray(Head[]::new);
        return new HeadReading(
                features,
                described,
                Arrays.stream(used).mapToDouble(h -> factors[h]).toArray(),
                own);
    }

    /** The rows of the features, that of zeros for those without weights. */
    private int[] rows(FeatureSet features) {
        int[] all = rows.of(features);
        int[] places = new int[features.size()];
        int limit = limit();
        for (int f = 0; f < places.length; f++) {
            // all ones for 0 ≤ row < limit, without a branch to guess
            int known = (all[f] - limit & ~all[f]) >> 31;
            places[f] = (all[f] & known) | (limit & ~known);
        }
        return places;
    }

    /** What each character adds to a head's margin: every feature shared equally among its characters. */
    public float[] contributions(int head, FeatureSet features, int length) {
        double[] factors = new double[heads.size()];
        factors[head] = 1;
        return read(features, factors).contributions(length);
    }

    public static HeadModel load(Path file) throws IOException {
        return HeadFile.load(file);
    }

    /** Of a model as it was trained or loaded, not {@link #among} a vocabulary. */
    public void save(OutputStream stream) throws IOException {
        refusePlaced();
        HeadFile.save(this, stream);
    }

    /** The weight of a key for a head as {@link #of} takes it. */
    byte root(int key, int head) {
        return weights.root(key, head);
    }

    /** How many rows of features there are. */
    private int limit() {
        return Math.max(0, weights.rows() - 1);
    }

    private void refusePlaced() {
        if (isPlaced) throw new IllegalStateException("its weights stand in the order of a vocabulary");
    }
}
