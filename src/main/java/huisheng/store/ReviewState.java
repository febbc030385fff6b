package huisheng.store;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.StoredReview;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands.
 *
 * @param analysis of this version of the text; null while it waits for the pipeline
 */
public record ReviewState(StoredReview stored, @Nullable Analysis analysis) {
    public Optional<AnalysedReview> analysed() {
        return analysis == null ? Optional.empty() : Optional.of(new AnalysedReview(stored, analysis));
    }
}
