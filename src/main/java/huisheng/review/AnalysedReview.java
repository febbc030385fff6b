package huisheng.review;

/** A stored review and what the pipeline found in the same version of its text. */
public record AnalysedReview(StoredReview stored, Analysis analysis) {
    public Review review() {
        return stored.review();
    }

    public long id() {
        return stored.id();
    }
}
