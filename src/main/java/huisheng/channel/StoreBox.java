package huisheng.channel;

import org.jspecify.annotations.Nullable;

/** Complaint boxes of shops, hotlines and surveys: store, region, text, a score of some scale, a contact to hash. */
final class StoreBox extends ItemConnector {
    StoreBox(String channel) {
        super(channel);
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, channel(), item.required(ReviewLimits.ID, "id", "ticket_id"));
        form.store = item.text(ReviewLimits.NAME, "store");
        form.region = item.text(ReviewLimits.NAME, "region");
        form.product = item.text(ReviewLimits.NAME, "product");
        form.userId = Texts.whole(item.text(ReviewLimits.ID, "user_id", "contact"));
        form.rating = rating(item);
        form.text = Texts.body(item, "text", "content");
        form.writtenAt = item.time("created_at", "time");
        sink.add(form.review(item.pointer("text"), item.pointer("created_at")));
    }

    private static @Nullable Integer rating(Fields item) {
        if (item.has("nps")) return item.rating(RatingScale.NPS, "nps");
        return item.rating(RatingScale.ONE_TO_FIVE, "csat", "score", "rating");
    }
}
