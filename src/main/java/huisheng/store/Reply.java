package huisheng.store;

import java.time.Instant;

/**
 * What the writer of a review was answered.
 *
 * @param text masked
 * @param channel by which it was said, for example {@code phone} or {@code jd}
 */
public record Reply(long review, String text, String by, Instant at, String channel) {}
