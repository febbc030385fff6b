package huisheng.channel;

/** Pinduoduo exports: masked nicknames, times in epoch seconds, follow-ups as {@code append}. */
final class Pinduoduo extends ItemConnector {
    Pinduoduo() {
        super("pinduoduo");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(
                payload, channel(), item.required(ReviewLimits.ID - 20, "id", "review_id", "comment_id"));
        form.product = item.text(ReviewLimits.NAME, "goods_id");
        form.productName = item.text(ReviewLimits.PRODUCT_NAME, "goods_name");
        form.store = item.text(ReviewLimits.NAME, "mall_name", "mall_id");
        Fields user = item.object("user");
        if (user != null) form.userId = Texts.whole(user.text(ReviewLimits.ID, "uid", "id", "nickname"));
        form.rating = item.rating(RatingScale.ZERO_TO_FIVE, "star", "desc_score");
        form.text = Texts.body(item, "content", "comment");
        form.writtenAt = item.time("create_time", "time");
        Texts.specs(form, item.text(ReviewLimits.ATTRIBUTE, "specs"));
        form.keep("merchantReply", item.text(ReviewLimits.TEXT, "reply"));
        sink.add(form.review(item.pointer("content"), item.pointer("create_time")));
        sink.attempt(() -> Followups.nested(item, "append", form));
    }
}
