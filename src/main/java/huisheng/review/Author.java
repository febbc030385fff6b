package huisheng.review;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a review, without saying who.
 *
 * @param key keyed hash of the channel's user id; null where the channel tells none
 * @param level the channel's membership level
 * @param ageBand for example {@code 18-24}
 * @param gender {@code female}, {@code male} or what the channel says
 * @param purchases earlier purchases of the brand, null where unknown
 */
public record Author(
        @Nullable String key,
        @Nullable String level,
        @Nullable String ageBand,
        @Nullable String gender,
        @Nullable Integer purchases) {
    public static final Author UNKNOWN = new Author(null, null, null, null, null);
}
