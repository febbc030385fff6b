package huisheng.store;

import huisheng.review.PiiSpan;
import huisheng.review.Review;
import java.util.List;

/**
 * A masked review to save.
 *
 * @param pii what was masked in its text
 */
public record NewReview(Review review, List<PiiSpan> pii) {
    public NewReview {
        pii = List.copyOf(pii);
    }
}
