package huisheng.analysis.sentiment;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * Linear model over hashed character 1- to 4-grams. The margin of a text is {@code bias + Σ w(gram) / √(number of
 * grams)}; a logistic curve fitted on held-out rows turns it into a probability. Immutable.
 */
public final class SentimentModel {
    private static final int MAGIC = 0x48534d32;
    static final int LONGEST_GRAM = 4;

    private final int bits;
    private final float scale;
    private final float bias;
    private final float slope;
    private final float offset;
    private final byte[] weights;

    /** Weights are {@code scale · q·|q|}: the square keeps small weights apart in one byte. */
    private SentimentModel(int bits, float scale, float bias, float slope, float offset, byte[] weights) {
        this.bits = bits;
        this.scale = scale;
        this.bias = bias;
        this.slope = slope;
        this.offset = offset;
        this.weights = weights;
    }

    /**
     * @param weights one per slot; their number is a power of two
     * @param slope with {@code offset}: probability of positive = 1 / (1 + exp(-(slope · margin + offset)))
     */
    public static SentimentModel of(float[] weights, float bias, float slope, float offset) {
        int bits = Integer.numberOfTrailingZeros(weights.length);
        if (weights.length != 1 << bits) throw new IllegalArgumentException("not a power of two: " + weights.length);
        float largest = 1e-9f;
        for (float w : weights) largest = Math.max(largest, Math.abs(w));
        float scale = largest / (127 * 127);
        byte[] quantised = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            long root = Math.round(Math.sqrt(Math.abs(weights[i]) / scale));
            quantised[i] = (byte) (weights[i] < 0 ? -root : root);
        }
        return new SentimentModel(bits, scale, bias, slope, offset, quantised);
    }

    public static SentimentModel load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " is no sentiment model of this version");
            int bits = in.readUnsignedByte();
            if (bits < 8 || bits > 24) throw new IOException(file + " is damaged");
            float scale = in.readFloat();
            float bias = in.readFloat();
            float slope = in.readFloat();
            float offset = in.readFloat();
            byte[] weights = new byte[1 << bits];
            in.readFully(weights);
            return new SentimentModel(bits, scale, bias, slope, offset, weights);
        }
    }

    public void save(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(MAGIC);
        out.writeByte(bits);
        out.writeFloat(scale);
        out.writeFloat(bias);
        out.writeFloat(slope);
        out.writeFloat(offset);
        out.write(weights);
        out.flush();
    }

    /** Hands the slot of every gram of a normalised text to {@code sink}, repeated grams repeatedly. */
    public static void slots(String text, int bits, IntConsumer sink) {
        char[] chars = folded(text, 0, text.length());
        for (int i = 0; i < chars.length; i++) {
            int longest = Math.min(LONGEST_GRAM, chars.length - i);
            int hash = 0;
            for (int k = 0; k < longest; k++) {
                hash = extend(hash, chars[i + k]);
                sink.accept(slot(hash, bits));
            }
        }
    }

    /** Above 0 for positive. */
    public double margin(String text) {
        return margin(text, 0, text.length());
    }

    double margin(String text, int start, int end) {
        char[] chars = folded(text, start, end);
        long sum = 0;
        int grams = 0;
        for (int i = 0; i < chars.length; i++) {
            int longest = Math.min(LONGEST_GRAM, chars.length - i);
            int hash = 0;
            for (int k = 0; k < longest; k++) {
                hash = extend(hash, chars[i + k]);
                int q = weights[slot(hash, bits)];
                sum += (long) q * Math.abs(q);
                grams++;
            }
        }
        return grams == 0 ? 0 : bias + sum * (double) scale / Math.sqrt(grams);
    }

    /** Calibrated probability that a text with this margin is positive. */
    public double probability(double margin) {
        return 1 / (1 + Math.exp(-(slope * margin + offset)));
    }

    /** What each character adds to the margin: every gram shared equally among its characters. */
    float[] contributions(String text) {
        char[] chars = folded(text, 0, text.length());
        float[] shares = new float[chars.length];
        int grams = 0;
        for (int i = 0; i < chars.length; i++) {
            int longest = Math.min(LONGEST_GRAM, chars.length - i);
            int hash = 0;
            for (int k = 0; k < longest; k++) {
                hash = extend(hash, chars[i + k]);
                int q = weights[slot(hash, bits)];
                grams++;
                if (q == 0) continue;
                float share = q * Math.abs(q) * scale / (k + 1);
                for (int j = i; j <= i + k; j++) shares[j] += share;
            }
        }
        float norm = (float) (1 / Math.sqrt(Math.max(1, grams)));
        for (int i = 0; i < shares.length; i++) shares[i] *= norm;
        return shares;
    }

    private static int extend(int hash, char c) {
        return (hash + c + 1) * 0x9E3779B1;
    }

    private static int slot(int hash, int bits) {
        int mixed = (hash ^ (hash >>> 15)) * 0x85EBCA6B;
        return (mixed ^ (mixed >>> 13)) >>> (32 - bits);
    }

    private static char[] folded(String text, int start, int end) {
        char[] chars = new char[end - start];
        text.getChars(start, end, chars, 0);
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c < 128) chars[i] = ASCII[c];
        }
        return chars;
    }

    private static final char[] ASCII = ascii();

    private static char[] ascii() {
        char[] table = new char[128];
        for (char c = 0; c < 128; c++) table[c] = Character.toLowerCase(c);
        for (char c = '0'; c <= '9'; c++) table[c] = '0';
        table[','] = '，';
        table['!'] = '！';
        table['?'] = '？';
        table[';'] = '；';
        table[':'] = '：';
        table['('] = '（';
        table[')'] = '）';
        table['~'] = '～';
        table['\n'] = ' ';
        return table;
    }
}
