package huisheng.learning;

import huisheng.analysis.model.FeatureSet;

/**
 * One row to learn labels from.
 *
 * @param features as {@link FeatureSet#hashes()}
 * @param labels one a head: 1 it holds, 0 it does not, {@link #UNKNOWN} this row does not tell
 * @param group rows of one review share it, so that no review is both learned from and held out
 * @param weight of the row's errors
 * @param norm by which the sum of its features counts
 * @param prior margin that is known already of the one head that corrects another model; training learns the rest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
record Example(int[] features, byte[] labels, int group, float weight, double norm, double prior) {
    static final byte UNKNOWN = -1;

    /** Of a head; only the last one corrects another model. */
    double prior(int head) {
        return head == labels.length - 1 ? prior : 0;
    }

    static Example of(FeatureSet features, byte[] labels, int group) {
        return new Example(features.hashes(), labels, group, 1, features.norm(), 0);
    }
}
