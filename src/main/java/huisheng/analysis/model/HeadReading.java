package huisheng.analysis.model;

/**
 * What a text's features weigh for the sum of some heads' margins, each times its factor. The rows of the model are read
 * once, for the text, for its clauses and for its characters. One thread at a time.
 */
public final class HeadReading {
    private final FeatureSet features;
    private final HeadModel.Head[] heads;
    private final double[] factors;
    /** {@code weights[head * features + feature]}, in steps of the scale of each head. */
    private final short[] weights;

    /** @param heads whose factors are not 0 */
    HeadReading(FeatureSet features, HeadModel.Head[] heads, double[] factors, short[] weights) {
        this.features = features;
        this.heads = heads;
        this.factors = factors;
        this.weights = weights;
    }

    /** Of the whole text. */
    public double margin() {
        return margin(FeaturePart.all(features));
    }

    /** Of one of the text's clauses. */
    public double margin(FeaturePart part) {
        if (part.whole() != features) throw new IllegalArgumentException("a part of another text");
        if (features.size() * heads.length != weights.length) throw new IllegalStateException("features were added");
        double norm = part.norm();
        double margin = 0;
        for (int h = 0; h < heads.length; h++) {
            HeadModel.Head head = heads[h];
            margin += factors[h] * (head.bias() + sum(part, h) * (double) head.scale() * norm);
        }
        return margin;
    }

    private long sum(FeaturePart part, int head) {
        long sum = 0;
        int size = part.size();
        int from = head * weights.length / heads.length;
        for (int f = 0; f < size; f++) sum += weights[from + part.member(f)];
        return sum;
    }

    /** What each character adds to the margin of the whole text: every feature shared equally among its characters. */
    public float[] contributions(int length) {
        float[] units = new float[heads.length];
        for (int h = 0; h < units.length; h++) units[h] = (float) (factors[h] * heads[h].scale() * features.norm());
        float[] shares = new float[length];
        int size = features.size();
        for (int f = 0; f < size; f++) {
            int start = features.start(f);
            if (start < 0) continue;
            float push = 0;
            for (int h = 0; h < units.length; h++) push += weights[h * size + f] * units[h];
            int end = features.end(f);
            float share = push / (end - start);
            for (int i = start; i < end; i++) shares[i] += share;
        }
        return shares;
    }
}
