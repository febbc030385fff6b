package huisheng.learning;

import huisheng.analysis.model.FeatureSet;
import huisheng.analysis.model.KeyIndex;
import java.util.Arrays;
import java.util.List;

/** The learned weights of a feature for all trades and for each domain, which are features of their own in training. */
final class SignWeights {
    private final KeyIndex index;
    private final float[] weights;

    SignWeights(int[] keys, float[] weights) {
        this.index = new KeyIndex(keys);
        this.weights = weights;
    }

    /**
     * What training calls a feature within a domain.
     *
     * @param domain -1 for all trades
     */
    static int key(int hash, int domain) {
        return domain < 0 ? hash : FeatureSet.mix(hash, domain + 1);
    }

    /** The features that any trade learned a weight of, ascending. */
    int[] ofMany(List<FeatureSet> sets) {
        int[] all =
                sets.stream().flatMapToInt(set -> Arrays.stream(set.hashes())).toArray();
        return Arrays.stream(Rows.frequent(all, 1))
                .filter(hash -> weight(hash, -1) != 0)
                .toArray();
    }

    /** One weight a feature, 0 for those not learned. */
    float[] of(int[] hashes, int domain) {
        float[] own = new float[hashes.length];
        for (int i = 0; i < hashes.length; i++) own[i] = weight(hashes[i], domain);
        return own;
    }

    private float weight(int hash, int domain) {
        int at = index.find(key(hash, domain));
        return at < 0 ? 0 : weights[at];
    }
}
