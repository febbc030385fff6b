package huisheng.index;

import java.util.List;

/**
 * @param buckets term by term, periods in order
 * @param noise over the whole selection, whether it holds a term or not
 */
public record TermCounts(List<TermBucket> buckets, NoiseCounts noise) {
    public TermCounts {
        buckets = List.copyOf(buckets);
    }
}
