package huisheng.channel;

/** Shopify's review CSV: product_handle, state, rating, title, author, email, location, body, reply, created_at. */
final class Shopify extends ItemConnector {
    Shopify() {
        super("shopify");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        String handle = item.required(ReviewLimits.NAME, "product_handle");
        String title = Texts.body(item, "title");
        String body = Texts.body(item, "body");
        String created = item.required(ReviewLimits.NAME, "created_at");
        ReviewForm form = new ReviewForm(payload, channel(), RowId.of(handle, created, title, body));
        form.product = handle;
        form.userId = item.text(ReviewLimits.ID, "email", "author");
        form.region = item.text(ReviewLimits.NAME, "location");
        form.rating = item.rating(RatingScale.ZERO_TO_FIVE, "rating");
        form.text = Titles.joined(title, body);
        form.writtenAt = item.time("created_at");
        form.keep("state", item.text(ReviewLimits.NAME, "state"));
        form.keep("merchantReply", item.text(ReviewLimits.TEXT, "reply"));
        sink.add(form.review(item.pointer("body"), item.pointer("created_at")));
    }
}
