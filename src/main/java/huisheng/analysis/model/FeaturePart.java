package huisheng.analysis.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Those features of a text that lie in one of its clauses, each with the stretch of the clause that it was first read from.
 * The whole text is a part of itself.
 */
public final class FeaturePart {
    private final FeatureSet whole;
    /** Numbers in the whole set; null for all of them, those that are added later included. */
    private final int @Nullable [] members;

    private final int[] starts;
    private final int[] ends;
    private final int count;

    private FeaturePart(FeatureSet whole, int @Nullable [] members, int[] starts, int[] ends, int count) {
        this.whole = whole;
        this.members = members;
        this.starts = starts;
        this.ends = ends;
        this.count = count;
    }

    /** The part that is the whole set. */
    public static FeaturePart all(FeatureSet whole) {
        return new FeaturePart(whole, null, new int[0], new int[0], 0);
    }

    /**
     * @param members numbers of features of the set, distinct; the first {@code count} count
     * @param starts of the stretches that they have here; {@code ends} likewise
     */
    static FeaturePart of(FeatureSet whole, int[] members, int[] starts, int[] ends, int count) {
        return new FeaturePart(whole, members, starts, ends, count);
    }

    /** The set that this is a part of. */
    FeatureSet whole() {
        return whole;
    }

    public int size() {
        return members == null ? whole.size() : count;
    }

    /** The number of one of its features in the whole set. */
    int member(int feature) {
        return members == null ? feature : members[feature];
    }

    public int hash(int feature) {
        return whole.hash(member(feature));
    }

    public int start(int feature) {
        return members == null ? whole.start(feature) : starts[feature];
    }

    public int end(int feature) {
        return members == null ? whole.end(feature) : ends[feature];
    }

    /** As {@link FeatureSet#norm}, of a text that holds nothing else. */
    public double norm() {
        return FeatureSet.norm(size());
    }

    /** A set of its own, to add others to; what was looked up already is not looked up again. */
    public FeatureSet copy() {
        if (members == null)
            return whole.some(IntStream.range(0, whole.size()).toArray(), whole.starts(), whole.ends());
        return whole.some(Arrays.copyOf(members, count), starts, ends);
    }
}
