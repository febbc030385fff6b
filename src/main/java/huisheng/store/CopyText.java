package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text to be compared with others.
 *
 * @param version of the review that it is
 * @param authorKey null where the channel tells none
 */
public record CopyText(
        long reviewId, int version, String text, @Nullable String authorKey, Instant writtenAt) {}
