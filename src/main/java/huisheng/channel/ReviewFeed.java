package huisheng.channel;

/** The product review feeds of Meta and Google. */
final class ReviewFeed extends ItemConnector {
    ReviewFeed() {
        super("review-feed");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, channel(), item.required(ReviewLimits.ID, "reviewID", "review_id"));
        Fields store = item.object("store");
        form.store = store == null
                ? item.text(ReviewLimits.NAME, "store.name", "store.id")
                : store.text(ReviewLimits.NAME, "name", "id");
        form.product = item.text(ReviewLimits.NAME, "product_id", "sku");
        form.userId = item.text(ReviewLimits.ID, "reviewer_id");
        form.rating = item.rating(RatingScale.ONE_TO_FIVE, "rating");
        form.text = Titles.joined(Texts.body(item, "title"), Texts.body(item, "content"));
        form.writtenAt = item.time("created_at");
        form.keep("aggregator", item.text(ReviewLimits.NAME, "aggregator"));
        form.keep("updatedAt", item.text(ReviewLimits.NAME, "updated_at"));
        sink.add(form.review(item.pointer("content"), item.pointer("created_at")));
    }
}
