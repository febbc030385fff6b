package huisheng.analysis.model;

import huisheng.analysis.Draft;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Finds stretches of text of several kinds, character by character: a linear chain over the tags "outside", "begins kind
 * k", "goes on with kind k", decoded by Viterbi. Immutable.
 */
public final class Tagger {
    private static final int MAGIC = 0x48535431;
    /** Longer texts are read this far: tags cost more than grams. */
    public static final int MAX_LENGTH = 2_000;

    private final List<String> kinds;
    private final KeyIndex index;
    private final int[] keys;
    private final float[] weights;
    private final float[] moves;
    private final TagFeatures features;

    /**
     * A stretch of the normalised text.
     *
     * @param kind number of its kind
     */
    public record Span(int kind, int start, int end) {}

    private Tagger(List<String> kinds, int[] keys, float[] weights, float[] moves, TagFeatures features) {
        this.kinds = List.copyOf(kinds);
        this.keys = keys;
        this.index = new KeyIndex(keys);
        this.weights = weights;
        this.moves = moves;
        this.features = features;
    }

    /**
     * @param weights of each key for each tag
     * @param moves from tag to tag: {@code moves[from * tags + to]}
     */
    public static Tagger of(List<String> kinds, int[] keys, float[] weights, float[] moves, TagFeatures features) {
        return new Tagger(kinds, keys, weights, moves, features);
    }

    public List<String> kinds() {
        return kinds;
    }

    /** What training starts from where it goes on: the features, */
    public int[] keys() {
        return keys.clone();
    }

    /** what each weighs for each tag, */
    public float[] weights() {
        return weights.clone();
    }

    /** and the moves from tag to tag. */
    public float[] moves() {
        return moves.clone();
    }

    /** In text order; none overlaps another. */
    public List<Span> find(Draft draft) {
        int length = Math.min(draft.folded.length, MAX_LENGTH);
        if (length == 0) return List.of();
        int tags = kinds.size() * 2 + 1;
        float[] scores = new float[length * tags];
        features.of(draft, length, (at, hash) -> {
            int row = index.find(hash);
            if (row < 0) return;
            for (int t = 0; t < tags; t++) scores[at * tags + t] += weights[row * tags + t];
        });
        return Chain.spans(Chain.best(scores, length, tags, moves));
    }

    public static Tagger load(Path file, WordClusters clusters) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " is no tagger of this version");
            int count = in.readUnsignedByte();
            List<String> kinds = new ArrayList<>();
            for (int k = 0; k < count; k++) kinds.add(in.readUTF());
            int tags = count * 2 + 1;
            float[] moves = new float[tags * tags];
            for (int m = 0; m < moves.length; m++) moves[m] = in.readFloat();
            int[] keys = new int[in.readInt()];
            for (int k = 0; k < keys.length; k++) keys[k] = in.readInt();
            float scale = in.readFloat();
            byte[] stored = new byte[keys.length * tags];
            in.readFully(stored);
            float[] weights = new float[stored.length];
            for (int w = 0; w < weights.length; w++) weights[w] = stored[w] * scale;
            return new Tagger(kinds, keys, weights, moves, new TagFeatures(clusters));
        }
    }

    public void save(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeByte(kinds.size());
        for (String kind : kinds) out.writeUTF(kind);
        for (float move : moves) out.writeFloat(move);
        out.writeInt(keys.length);
        for (int key : keys) out.writeInt(key);
        float largest = 1e-9f;
        for (float weight : weights) largest = Math.max(largest, Math.abs(weight));
        float scale = largest / 127;
        out.writeFloat(scale);
        for (float weight : weights) out.writeByte(Math.round(weight / scale));
        out.flush();
        zip.finish();
    }

    /** Where the features of a character come from, for training. */
    public static TagFeatures features(WordClusters clusters) {
        return new TagFeatures(clusters);
    }
}
