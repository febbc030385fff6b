package huisheng.ingest;

import huisheng.analysis.AnalysisRequest;
import huisheng.review.StoredReview;

/** What the pipeline is told of a stored review. */
public final class StoredRequest {
    private StoredRequest() {}

    public static AnalysisRequest of(StoredReview stored) {
        return new AnalysisRequest(
                Long.toString(stored.id()),
                stored.review().text(),
                stored.review().rating(),
                stored.initialText(),
                stored.review().productName(),
                stored.pii());
    }
}
