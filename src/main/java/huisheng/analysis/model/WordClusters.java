package huisheng.analysis.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Words of like meaning share a cluster, coarse or fine, learned from unlabelled text: what a model learns of one word
 * holds for its neighbours. Words are kept as hashes. Immutable.
 */
public final class WordClusters {
    /** Knows no word. */
    public static final WordClusters NONE = new WordClusters(new int[0], new short[0], new short[0]);

    private static final int MAGIC = 0x48535743;

    private final int[] keys;
    private final short[] coarse;
    private final short[] fine;
    /** The key in the upper half, in the lower one its clusters as {@link #find} tells them, + 1. */
    private final long[] table;

    private WordClusters(int[] keys, short[] coarse, short[] fine) {
        this.keys = keys;
        this.coarse = coarse;
        this.fine = fine;
        table = new long[Integer.highestOneBit(Math.max(16, keys.length * 2 - 1)) << 1];
        for (int i = 0; i < keys.length; i++) {
            int at = at(keys[i]);
            if (table[at] == 0) table[at] = (long) keys[i] << 32 | ((coarse[i] << 16 | (fine[i] & 0xFFFF)) + 1);
        }
    }

    /** @param words as {@link Grams#fold} leaves them */
    public static WordClusters of(String[] words, int[] coarse, int[] fine) {
        int[] keys = new int[words.length];
        short[] coarseOnes = new short[words.length];
        short[] fineOnes = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            keys[i] = Grams.word(words[i].toCharArray(), 0, words[i].length());
            coarseOnes[i] = (short) coarse[i];
            fineOnes[i] = (short) fine[i];
        }
        return new WordClusters(keys, coarseOnes, fineOnes);
    }

    public static WordClusters load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " holds no word clusters of this version");
            int count = in.readInt();
            int[] keys = new int[count];
            short[] coarse = new short[count];
            short[] fine = new short[count];
            for (int i = 0; i < count; i++) {
                keys[i] = in.readInt();
                coarse[i] = in.readShort();
                fine[i] = in.readShort();
            }
            return new WordClusters(keys, coarse, fine);
        }
    }

    public void save(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeInt(keys.length);
        for (int i = 0; i < keys.length; i++) {
            out.writeInt(keys[i]);
            out.writeShort(coarse[i]);
            out.writeShort(fine[i]);
        }
        out.flush();
        zip.finish();
    }

    /** Both clusters of a word ({@link Grams#word}) in one number, -1 for an unknown one. */
    int find(int word) {
        return (int) table[at(word)] - 1;
    }

    /** @param found by {@link #find} */
    static int coarse(int found) {
        return found < 0 ? -1 : found >>> 16;
    }

    static int fine(int found) {
        return found < 0 ? -1 : found & 0xFFFF;
    }

    /** Where the word stands, or would stand. */
    private int at(int word) {
        int mask = table.length - 1;
        int at = FeatureSet.spread(word) & mask;
        while (table[at] != 0 && (int) (table[at] >>> 32) != word) at = (at + 1) & mask;
        return at;
    }
}
