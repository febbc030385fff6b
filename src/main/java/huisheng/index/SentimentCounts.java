package huisheng.index;

import java.util.List;

/**
 * @param buckets group by group, periods in order
 * @param noise over the whole selection, ungrouped
 */
public record SentimentCounts(List<SentimentBucket> buckets, NoiseCounts noise) {
    public SentimentCounts {
        buckets = List.copyOf(buckets);
    }
}
