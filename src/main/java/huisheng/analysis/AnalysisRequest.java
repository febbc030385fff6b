package huisheng.analysis;

import huisheng.review.PiiSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text to read, masked, with what is known around it.
 *
 * @param rating 1 to 5
 * @param initial the first review's text where {@code text} is its follow-up
 * @param product name of the product, where known
 * @param pii what was masked in {@code text}
 */
public record AnalysisRequest(
        @Nullable String id,
        String text,
        @Nullable Integer rating,
        @Nullable String initial,
        @Nullable String product,
        List<PiiSpan> pii) {
    public AnalysisRequest {
        pii = List.copyOf(pii);
    }

    public static AnalysisRequest of(String text) {
        return new AnalysisRequest(null, text, null, null, null, List.of());
    }
}
