package huisheng.analysis.model;

import huisheng.analysis.Draft;
import huisheng.analysis.Token;
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
 * Finds stretches of text of several kinds, word by word: a linear chain over the tags "outside", "begins kind
 * k", "goes on with kind k", decoded by Viterbi. Immutable.
 */
public final class Tagger {
    private static final int MAGIC = 0x48535432;
    /** Longer texts are read this far: tags cost more than grams. */
    public static final int MAX_LENGTH = 2_000;

    /** Of one kind has three tags, of two kinds five: as many as {@link TagWeights} hold. */
    private static final int MOST_KINDS = 2;

    private final List<String> kinds;
    private final TagWeights weights;
    private final float[] moves;
    private final TagFeatures features;

    /**
     * A stretch of the normalised text.
     *
     * @param kind number of its kind
     */
    public record Span(int kind, int start, int end) {}

    private Tagger(List<String> kinds, TagWeights weights, float[] moves, TagFeatures features) {
        if (kinds.size() > MOST_KINDS) throw new IllegalArgumentException(kinds.size() + " kinds are too many");
        this.kinds = List.copyOf(kinds);
        this.weights = weights;
        this.moves = moves;
        this.features = features;
    }

    /**
     * @param keys ascending
     * @param weights of each key for each tag, told as bytes times a scale
     * @param moves from tag to tag: {@code moves[from * tags + to]}
     */
    public static Tagger of(List<String> kinds, int[] keys, float[] weights, float[] moves, TagFeatures features) {
        return new Tagger(kinds, TagWeights.of(keys, weights, kinds.size() * 2 + 1), moves, features);
    }

    public List<String> kinds() {
        return kinds;
    }

    /** What training starts from where it goes on: the features, */
    public int[] keys() {
        return weights.keys();
    }

    /** what each weighs for each tag, */
    public float[] weights() {
        return weights.all();
    }

    /** and the moves from tag to tag. */
    public float[] moves() {
        return moves.clone();
    }

    /** In text order; none overlaps another. */
    public List<Span> find(Draft draft) {
        return read(draft).best();
    }

    /**
     * A stretch with the share of all readings of the text, weighed by their scores, in which it is one.
     *
     * @param mass the same for any stretch of its kind that overlaps it, at most 1
     */
    public record Likely(Span span, double probability, double mass) {}

    /** For who asks for the best reading and for what is likely. */
    public TagScores read(Draft draft) {
        int[] hashes = features.of(draft);
        int count = hashes.length / TagFeatures.PER_WORD;
        int tags = kinds.size() * 2 + 1;
        return new TagScores(
                draft, count == 0 ? new float[0] : weights.scores(hashes, count, tags), count, tags, moves);
    }

    /**
     * The tags of the words that hold given spans, as {@link #find} would have to tell them.
     *
     * @param spans in text order; of two in one word the first counts
     */
    public static int[] path(Draft draft, List<Span> spans) {
        int[] path = new int[TagFeatures.count(draft)];
        for (Span span : spans) {
            boolean begun = false;
            for (int i = 0; i < path.length; i++) {
                Token token = draft.tokens.get(i);
                if (token.end() <= span.start() || token.start() >= span.end() || path[i] != 0) continue;
                path[i] = span.kind() * 2 + (begun ? 2 : 1);
                begun = true;
            }
        }
        return path;
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
            TagWeights weights = TagWeights.read(in, tags);
            return new Tagger(kinds, weights, moves, new TagFeatures(clusters));
        }
    }

    public void save(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeByte(kinds.size());
        for (String kind : kinds) out.writeUTF(kind);
        for (float move : moves) out.writeFloat(move);
        weights.write(out);
        out.flush();
        zip.finish();
    }

    /** Where the features of a word come from, for training. */
    public static TagFeatures features(WordClusters clusters) {
        return new TagFeatures(clusters);
    }
}
