package huisheng.privacy;

import huisheng.review.PiiSpan;
import java.util.List;

/**
 * A text without personal data.
 *
 * @param text as long as the original; every masked UTF-16 unit is {@code '*'}
 * @param spans what was masked, in text order, without overlap
 */
public record Masked(String text, List<PiiSpan> spans) {
    public Masked {
        spans = List.copyOf(spans);
    }
}
