package huisheng.channel;

/** Judge.me's CSV: product_handle, review_title, body, reviewer_name, reviewer_email, rating, review_date, reply. */
final class JudgeMe extends ItemConnector {
    JudgeMe() {
        super("judgeme");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        String handle = item.required(ReviewLimits.NAME, "product_handle");
        String title = Texts.body(item, "review_title", "title");
        String body = Texts.body(item, "body");
        String date = item.required(ReviewLimits.NAME, "review_date");
        ReviewForm form = new ReviewForm(payload, channel(), RowId.of(handle, date, title, body));
        form.product = handle;
        form.userId = item.text(ReviewLimits.ID, "reviewer_email", "reviewer_name");
        form.region = item.text(ReviewLimits.NAME, "location");
        form.rating = item.rating(RatingScale.ZERO_TO_FIVE, "rating");
        form.text = Titles.joined(title, body);
        form.writtenAt = item.time("review_date");
        form.keep("verified", item.text(ReviewLimits.NAME, "verified"));
        form.keep("hidden", item.text(ReviewLimits.NAME, "hidden"));
        form.keep("merchantReply", item.text(ReviewLimits.TEXT, "reply"));
        sink.add(form.review(item.pointer("body"), item.pointer("review_date")));
    }
}
