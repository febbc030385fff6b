package huisheng.analysis.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model for each of several labels ("heads") over the same features. The margin of a head is {@code bias + Σ
 * w(feature) / √(number of features)}; a logistic curve fitted on held-out rows turns it into a probability. Features
 * that training never kept weigh nothing. Immutable.
 */
public final class HeadModel {
    private static final int MAGIC = 0x48534832;
    private static final int MAX_HEADS = 1024;

    private final List<Head> heads;
    private final int[] keys;
    private final KeyIndex index;
    private final short[] weights;
    private final Map<String, Integer> places = new HashMap<>();

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

    private HeadModel(List<Head> heads, int[] keys, short[] weights) {
        this.heads = List.copyOf(heads);
        this.keys = keys;
        this.weights = weights;
        this.index = new KeyIndex(keys);
        for (int h = 0; h < heads.size(); h++) places.put(heads.get(h).name(), h);
    }

    /** @param weights of each key for each head: {@code weights[key * heads + head]}, stored as {@code scale · q·|q|} */
    public static HeadModel of(List<Head> heads, int[] keys, byte[] weights) {
        if (weights.length != keys.length * heads.size()) throw new IllegalArgumentException("weights do not fit");
        short[] wide = new short[weights.length];
        for (int i = 0; i < wide.length; i++) wide[i] = (short) (weights[i] * Math.abs(weights[i]));
        return new HeadModel(heads, keys, wide);
    }

    public List<Head> heads() {
        return heads;
    }

    /** The place of a head by its name, -1 where the model has none such. */
    public int head(String name) {
        return places.getOrDefault(name, -1);
    }

    /** The features that weigh something, in no order; the place of each is what {@link #weight} asks for. */
    public int[] keys() {
        return keys.clone();
    }

    public float weight(int key, int head) {
        return weights[key * heads.size() + head] * heads.get(head).scale();
    }

    /** One margin a head. */
    public double[] margins(FeatureSet features) {
        int count = heads.size();
        int[] sums = new int[count];
        for (int f = 0; f < features.size(); f++) {
            int row = index.find(features.hash(f));
            if (row < 0) continue;
            int at = row * count;
            for (int h = 0; h < count; h++) sums[h] += weights[at + h];
        }
        double norm = features.norm();
        double[] margins = new double[count];
        for (int h = 0; h < count; h++) {
            Head head = heads.get(h);
            margins[h] = head.bias + sums[h] * (double) head.scale * norm;
        }
        return margins;
    }

    /** One probability a head. */
    public double[] probabilities(FeatureSet features) {
        double[] margins = margins(features);
        for (int h = 0; h < margins.length; h++) margins[h] = heads.get(h).probability(margins[h]);
        return margins;
    }

    /** What each character adds to a head's margin: every feature shared equally among its characters. */
    public float[] contributions(int head, FeatureSet features, int length) {
        float[] shares = new float[length];
        float factor = (float) (heads.get(head).scale * features.norm());
        for (int f = 0; f < features.size(); f++) {
            int row = index.find(features.hash(f));
            int start = features.start(f);
            if (row < 0 || start < 0) continue;
            float share = weights[row * heads.size() + head] * factor / (features.end(f) - start);
            for (int i = start; i < features.end(f); i++) shares[i] += share;
        }
        return shares;
    }

    public static HeadModel load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " is no head model of this version");
            int count = in.readUnsignedShort();
            if (count > MAX_HEADS) throw new IOException(file + " is damaged");
            List<Head> heads = new ArrayList<>();
            for (int h = 0; h < count; h++) {
                heads.add(new Head(
                        in.readUTF(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()));
            }
            int[] keys = new int[in.readInt()];
            for (int i = 0; i < keys.length; i++) keys[i] = in.readInt();
            byte[] weights = new byte[keys.length * count];
            in.readFully(weights);
            return of(heads, keys, weights);
        }
    }

    public void save(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeShort(heads.size());
        for (Head head : heads) {
            out.writeUTF(head.name);
            out.writeFloat(head.scale);
            out.writeFloat(head.bias);
            out.writeFloat(head.slope);
            out.writeFloat(head.offset);
            out.writeFloat(head.threshold);
        }
        out.writeInt(keys.length);
        for (int key : keys) out.writeInt(key);
        for (short weight : weights) out.writeByte(root(weight));
        out.flush();
        zip.finish();
    }

    private static int root(short weight) {
        int root = (int) Math.round(Math.sqrt(Math.abs((double) weight)));
        return weight < 0 ? -root : root;
    }
}
