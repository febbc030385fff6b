package huisheng.learning;

import huisheng.analysis.model.FeatureSet;
import java.util.Arrays;

/**
 * One row to learn labels from.
 *
 * @param features as {@link FeatureSet#hashes()}
 * @param labels one a head: 1 it holds, 0 it does not, {@link #UNKNOWN} this row does not tell
 * @param group rows of one review share it, so that no review is both learned from and held out
 * @param weight of the row's errors
 * @param norm by which the sum of its features counts
 * @param priors margins that are known already, one a head; training learns the rest; {@link #NOTHING} where none is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
record Example(int[] features, byte[] labels, int group, float weight, double norm, double[] priors) {
    static final byte UNKNOWN = -1;

    static final double[] NOTHING = {};

    double prior(int head) {
        return priors.length == 0 ? 0 : priors[head];
    }

    /** The same row on top of a model that says {@code known} of it. */
    Example knowing(double[] known, float times) {
        return new Example(features, labels, group, weight * times, norm, sum(known));
    }

    /**
     * A row that teaches nothing and holds what a model says of it: its labels are the model's, and it errs as soon as a
     * margin comes closer to 0 than it was, below 1.
     */
    Example holding(double[] known) {
        byte[] nothing = new byte[known.length];
        Arrays.fill(nothing, UNKNOWN);
        return new Example(features, nothing, group, weight, norm, sum(known)).holdingTheRest();
    }

    /** The same row, which holds what it does not tell. */
    Example holdingTheRest() {
        byte[] told = labels.clone();
        double[] all = priors.clone();
        for (int h = 0; h < all.length; h++) {
            if (told[h] != UNKNOWN) continue;
            told[h] = (byte) (all[h] > 0 ? 1 : 0);
            all[h] = all[h] > 0 ? Math.max(1, all[h]) : Math.min(-1, all[h]);
        }
        return new Example(features, told, group, weight, norm, all);
    }

    private double[] sum(double[] known) {
        double[] all = known.clone();
        for (int h = 0; h < all.length; h++) all[h] += prior(h);
        return all;
    }

    FeatureSet set() {
        FeatureSet set = new FeatureSet(features.length);
        for (int hash : features) set.add(hash, FeatureSet.NOWHERE, FeatureSet.NOWHERE);
        return set;
    }

    static Example of(FeatureSet features, byte[] labels, int group) {
        return new Example(features.hashes(), labels, group, 1, features.norm(), NOTHING);
    }
}
