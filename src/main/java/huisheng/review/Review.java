package huisheng.review;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One review as a channel tells it, its text already masked.
 *
 * @param channel the source, for example {@code taobao}
 * @param externalId the channel's own id; with {@code channel} it identifies the review
 * @param parent externalId of the review that a follow-up belongs to
 * @param product the SKU
 * @param region province
 * @param rating 1 to 5, null where the channel has none
 * @param language as the channel says it; the analysis decides for itself
 * @param variant label of an A/B pilot
 * @param attributes whatever else the channel sends, masked like the text
 */
public record Review(
        String channel,
        String externalId,
        ReviewKind kind,
        @Nullable String parent,
        @Nullable String brand,
        @Nullable String product,
        @Nullable String productName,
        @Nullable String store,
        @Nullable String region,
        Author author,
        @Nullable Integer rating,
        String text,
        @Nullable String language,
        Instant writtenAt,
        int likes,
        @Nullable String url,
        @Nullable String variant,
        Map<String, String> attributes) {
    public Review {
        attributes = Map.copyOf(attributes);
    }
}
