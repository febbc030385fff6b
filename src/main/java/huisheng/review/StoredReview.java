package huisheng.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review that is on disk.
 *
 * @param id the service's own number for it, never reused
 * @param version 1 for the first text, one more for each edit
 * @param receivedAt when the first version was committed
 * @param pii what was masked in the text
 * @param initialText where this is a follow-up whose parent is known: the parent's text
 * @param initialAt when that parent was written
 */
public record StoredReview(
        long id,
        int version,
        Instant receivedAt,
        Review review,
        List<PiiSpan> pii,
        @Nullable String initialText,
        @Nullable Instant initialAt) {
    public StoredReview {
        pii = List.copyOf(pii);
    }
}
