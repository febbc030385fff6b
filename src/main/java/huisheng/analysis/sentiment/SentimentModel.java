package huisheng.analysis.sentiment;

import huisheng.analysis.model.FeatureSet;
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
 * Linear model over hashed features, positive against negative. Each feature has a weight for all trades and one for each
 * domain (Daumé 2007, "Frustratingly easy domain adaptation"); the domains count by their shares in the text. The margin
 * is {@code bias + Σ w / √(number of features)}; a logistic curve fitted on held-out rows turns it into a probability.
 * Immutable.
 */
public final class SentimentModel {
    private static final int MAGIC = 0x48534d33;
    private static final int GENERAL = 1;

    private final int bits;
    private final float scale;
    private final float bias;
    private final int domains;
    private final float slope;
    private final float offset;
    private final byte[] weights;

    /** Weights are {@code scale · q·|q|}: the square keeps small weights apart in one byte. */
    private SentimentModel(int bits, int domains, float scale, float bias, float slope, float offset, byte[] weights) {
        this.bits = bits;
        this.scale = scale;
        this.bias = bias;
        this.domains = domains;
        this.slope = slope;
        this.offset = offset;
        this.weights = weights;
    }

    /**
     * @param weights one per slot; their number is a power of two
     * @param domains how many the model knows
     * @param slope with {@code offset}: probability of positive = 1 / (1 + exp(-(slope · margin + offset)))
     */
    public static SentimentModel of(float[] weights, int domains, float bias, float slope, float offset) {
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
        return new SentimentModel(bits, domains, scale, bias, slope, offset, quantised);
    }

    public static SentimentModel load(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16))) {
            if (in.readInt() != MAGIC) throw new IOException(file + " is no sentiment model of this version");
            int bits = in.readUnsignedByte();
            int domains = in.readUnsignedByte();
            if (bits < 8 || bits > 24) throw new IOException(file + " is damaged");
            float scale = in.readFloat();
            float slope = in.readFloat();
            float offset = in.readFloat();
            float bias = in.readFloat();
            byte[] weights = new byte[1 << bits];
            in.readFully(weights);
            return new SentimentModel(bits, domains, scale, bias, slope, offset, weights);
        }
    }

    public void save(OutputStream stream) throws IOException {
        GZIPOutputStream zip = new GZIPOutputStream(stream, 1 << 16);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
        out.writeInt(MAGIC);
        out.writeByte(bits);
        out.writeByte(domains);
        out.writeFloat(scale);
        out.writeFloat(slope);
        out.writeFloat(offset);
        out.writeFloat(bias);
        out.write(weights);
        out.flush();
        zip.finish();
    }

    /**
     * Names a feature's weight; its slot are the upper bits.
     *
     * @param domain -1 for the weight of all trades
     */
    public static int key(int hash, int domain) {
        return FeatureSet.mix(hash, domain + GENERAL);
    }

    /** A copy, one per slot. */
    public float[] weights() {
        float[] all = new float[weights.length];
        for (int i = 0; i < all.length; i++) all[i] = scale * weights[i] * Math.abs(weights[i]);
        return all;
    }

    /** Where the weight named by {@link #key} lies. */
    public int slot(int key) {
        return key >>> (32 - bits);
    }

    /** Another model with the same trades and probabilities. */
    public SentimentModel withWeights(float[] others) {
        return of(others, domains, bias, slope, offset);
    }

    public int domains() {
        return domains;
    }

    /**
     * Above 0 for positive.
     *
     * @param shares of the domains, {@link Domains#shares}
     */
    public double margin(FeatureSet features, double[] shares) {
        double margin = bias + margin(features, -1);
        for (int d = 0; d < shares.length; d++) {
            if (shares[d] > 0) margin += shares[d] * margin(features, d);
        }
        return margin;
    }

    private double margin(FeatureSet features, int domain) {
        long sum = 0;
        for (int f = 0; f < features.size(); f++) {
            int q = weights[slot(key(features.hash(f), domain))];
            sum += (long) q * Math.abs(q);
        }
        return sum * (double) scale * features.norm();
    }

    public double probability(double margin) {
        return 1 / (1 + Math.exp(-logit(margin)));
    }

    /** Calibrated log-odds that a text with this margin is positive. */
    double logit(double margin) {
        return slope * margin + offset;
    }

    /** What each character adds to the margin: every feature shared equally among its characters. */
    float[] contributions(FeatureSet features, double[] shares, int length) {
        float[] out = new float[length];
        contribute(features, -1, 1, out);
        for (int d = 0; d < shares.length; d++) {
            if (shares[d] > 0) contribute(features, d, shares[d], out);
        }
        return out;
    }

    private void contribute(FeatureSet features, int domain, double factor, float[] out) {
        float unit = (float) (factor * scale * features.norm());
        for (int f = 0; f < features.size(); f++) {
            int q = weights[slot(key(features.hash(f), domain))];
            int start = features.start(f);
            if (q == 0 || start < 0) continue;
            float share = q * Math.abs(q) * unit / (features.end(f) - start);
            for (int i = start; i < features.end(f); i++) out[i] += share;
        }
    }
}
