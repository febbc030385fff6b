package huisheng.index;

import java.util.List;

/**
 * Document frequencies of the values of a dimension in two selections.
 *
 * @param noise over the window
 */
public record ContrastCounts(long windowReviews, long baselineReviews, List<Count> counts, NoiseCounts noise) {
    public ContrastCounts {
        counts = List.copyOf(counts);
    }

    /**
     * @param window in the window, of the reviews that the selection counts
     * @param withoutNoise in the window, of the reviews without a noise flag; {@code withNoise} of all
     */
    public record Count(String value, long window, long baseline, long withoutNoise, long withNoise) {}
}
