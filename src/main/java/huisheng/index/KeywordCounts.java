package huisheng.index;

import java.util.List;

/**
 * Document frequencies of keywords in two periods of a selection.
 *
 * @param noise over the window
 */
public record KeywordCounts(long windowReviews, long baselineReviews, List<Count> counts, NoiseCounts noise) {
    public KeywordCounts {
        counts = List.copyOf(counts);
    }

    /**
     * @param window in the window, of the reviews that the selection counts
     * @param withoutNoise in the window, of the reviews without a noise flag; {@code withNoise} of all
     */
    public record Count(String keyword, long window, long baseline, long withoutNoise, long withNoise) {}
}
