package huisheng.review;

import org.jspecify.annotations.Nullable;

/**
 * A stored review and what the pipeline found in the same version of its text.
 *
 * @param copyGroup the store's number of the copied campaign that the text belongs to; null where it is no copy
 */
public record AnalysedReview(
        StoredReview stored, Analysis analysis, @Nullable Long copyGroup) {
    public AnalysedReview(StoredReview stored, Analysis analysis) {
        this(stored, analysis, null);
    }

    public Review review() {
        return stored.review();
    }

    public long id() {
        return stored.id();
    }
}
