package huisheng.channel;

import huisheng.review.Author;
import huisheng.review.Review;
import huisheng.review.ReviewKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A review being filled in; what the item does not say comes from the payload's defaults. One thread, one item. */
final class ReviewForm {
    final Payload payload;
    String channel;
    String externalId;
    ReviewKind kind = ReviewKind.INITIAL;

    @Nullable
    String parent;

    @Nullable
    String brand;

    @Nullable
    String product;

    @Nullable
    String productName;

    @Nullable
    String store;

    @Nullable
    String region;

    @Nullable
    String userId;

    Author author = Author.UNKNOWN;

    @Nullable
    Integer rating;

    String text = "";

    @Nullable
    String language;

    @Nullable
    Instant writtenAt;

    int likes;

    @Nullable
    String url;

    @Nullable
    String variant;

    final Map<String, String> attributes = new LinkedHashMap<>();

    ReviewForm(Payload payload, String channel, String externalId) {
        this.payload = payload;
        this.channel = channel;
        this.externalId = externalId;
    }

    /** A 追评 to this review: same purchase, same author, no stars of its own. */
    ReviewForm followup(String id) {
        ReviewForm form = new ReviewForm(payload, channel, id);
        form.kind = ReviewKind.FOLLOWUP;
        form.parent = externalId;
        form.brand = brand;
        form.product = product;
        form.productName = productName;
        form.store = store;
        form.region = region;
        form.userId = userId;
        form.author = author;
        form.variant = variant;
        return form;
    }

    /** Keeps a field the review has no place for; long ones are cut, because they are extras. */
    void keep(String name, @Nullable String value) {
        if (value == null || value.isEmpty() || attributes.size() >= ReviewLimits.ATTRIBUTES) return;
        if (name.isEmpty() || name.length() > ReviewLimits.ATTRIBUTE_KEY) return;
        attributes.put(ReviewLimits.text(name, ReviewLimits.ATTRIBUTE_KEY, "/" + Fields.escape(name)), cut(value));
    }

    private static String cut(String value) {
        if (value.length() <= ReviewLimits.ATTRIBUTE) return value;
        int end = ReviewLimits.ATTRIBUTE;
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }

    /** @throws Rejected where there is neither text nor rating, or the time is missing or impossible */
    RawReview review(String textPointer, String timePointer) {
        if (text.isBlank() && rating == null) {
            throw new Rejected(textPointer, "empty", "既无正文也无评分", "there is neither text nor rating");
        }
        String place = or(region, "region");
        Review review = new Review(
                ReviewLimits.channel(channel, "/channel"),
                externalId,
                kind,
                parent,
                or(brand, "brand"),
                or(product, "product"),
                or(productName, "productName"),
                or(store, "store"),
                place == null ? null : Regions.province(place),
                author,
                rating,
                text,
                or(language, "language"),
                time(timePointer),
                likes,
                url,
                or(variant, "variant"),
                attributes);
        return new RawReview(review, userId);
    }

    private Instant time(String pointer) {
        Instant time = writtenAt;
        if (time == null) {
            String fallback = payload.defaults().get("writtenAt");
            time = fallback == null ? null : "now".equals(fallback) ? payload.now() : Times.read(fallback);
        }
        if (time == null) throw new Rejected(pointer, "missing", "缺少时间", "the time is missing");
        return ReviewLimits.writtenAt(time, payload.now(), pointer);
    }

    private @Nullable String or(@Nullable String said, String field) {
        return said == null ? payload.defaults().get(field) : said;
    }
}
