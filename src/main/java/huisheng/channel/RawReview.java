package huisheng.channel;

import huisheng.review.Review;
import org.jspecify.annotations.Nullable;

/**
 * A review as its channel tells it: not masked, and its author not yet hashed ({@code review.author().key()} is null).
 *
 * @param userId the channel's own id of the author, null where the channel tells none that names one person
 */
public record RawReview(Review review, @Nullable String userId) {
    /** Without the text: what is not masked must not reach a log. */
    @Override
    public String toString() {
        return "RawReview[" + review.channel() + " " + review.externalId() + "]";
    }
}
