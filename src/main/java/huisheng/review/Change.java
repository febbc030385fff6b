package huisheng.review;

import org.jspecify.annotations.Nullable;

/**
 * The newest state of one review for a follower (index, alerts, live views).
 *
 * @param analysed the review with its analysis; null once it is erased
 */
public record Change(
        Position position, long reviewId, @Nullable AnalysedReview analysed) {}
