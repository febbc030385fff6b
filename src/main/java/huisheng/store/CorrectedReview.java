package huisheng.store;

import huisheng.review.Analysis;
import huisheng.review.Correction;
import org.jspecify.annotations.Nullable;

/**
 * A corrected text for an export.
 *
 * @param text of the version that was corrected, which an edit may have replaced since
 * @param initialText of the review that it follows up
 * @param analysis with the correction laid over it; null where the pipeline has read another version since
 */
public record CorrectedReview(
        long id,
        String text,
        @Nullable String productName,
        @Nullable Integer rating,
        @Nullable String initialText,
        Correction correction,
        @Nullable Analysis analysis) {}
