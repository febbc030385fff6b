package huisheng.store;

import huisheng.review.AnalysedReview;
import huisheng.review.Analysis;
import huisheng.review.Correction;
import huisheng.review.StoredReview;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands.
 *
 * @param analysis of this version of the text, with the correction laid over it; null while it waits for the pipeline
 * @param correction of this version; null where the pipeline alone speaks
 * @param copyGroup of the copied campaign that this version belongs to; null where it is no copy, or a person said so
 */
public record ReviewState(
        StoredReview stored,
        @Nullable Analysis analysis,
        @Nullable Correction correction,
        @Nullable Long copyGroup) {
    public Optional<AnalysedReview> analysed() {
        return analysis == null ? Optional.empty() : Optional.of(new AnalysedReview(stored, analysis, copyGroup));
    }
}
