package huisheng.channel;

import huisheng.review.Author;
import java.util.List;

/** JD: scores 1 to 5, follow-ups as {@code afterSaleReview}, the shop's answers as {@code replies}. */
final class Jd extends ItemConnector {
    Jd() {
        super("jd");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form =
                new ReviewForm(payload, channel(), item.required(ReviewLimits.ID - 20, "id", "commentId", "guid"));
        form.product = item.text(ReviewLimits.NAME, "skuId", "referenceId", "sku");
        form.productName = item.text(ReviewLimits.PRODUCT_NAME, "referenceName", "skuName");
        form.userId = Texts.whole(item.text(ReviewLimits.ID, "pin", "userId", "nickname"));
        form.author = new Author(null, item.text(ReviewLimits.NAME, "userLevelName"), null, null, null);
        form.rating = item.rating(RatingScale.ONE_TO_FIVE, "score");
        form.text = Texts.body(item, "content");
        form.writtenAt = item.time("creationTime", "createTime");
        form.likes = Texts.orZero(item.count("usefulVoteCount"));
        form.keep("color", item.text(ReviewLimits.ATTRIBUTE, "productColor"));
        form.keep("size", item.text(ReviewLimits.ATTRIBUTE, "productSize"));
        form.keep("client", item.text(ReviewLimits.ATTRIBUTE, "userClientShow"));
        form.keep("daysAfterPurchase", item.text(ReviewLimits.NAME, "days"));
        List<Fields> replies = item.objects("replies");
        if (!replies.isEmpty()) form.keep("merchantReply", replies.getFirst().text(ReviewLimits.TEXT, "content"));
        sink.add(form.review(item.pointer("content"), item.pointer("creationTime")));
        sink.attempt(() -> Followups.nested(item, "afterSaleReview", form));
        sink.attempt(() -> Followups.nested(item, "afterUserComment", form));
    }
}
