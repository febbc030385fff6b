package huisheng.channel;

import org.jspecify.annotations.Nullable;

/** Taobao and Tmall: {@code taobao.traderates.get}, and follow-ups as {@code append}. */
final class Taobao extends ItemConnector {
    Taobao(String channel) {
        super(channel);
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        if ("seller".equals(item.text(ReviewLimits.NAME, "role"))) {
            throw new Rejected(item.pointer("role"), "not-a-customer", "这是卖家的评价，不是顾客的声音", "written by the seller");
        }
        ReviewForm form =
                new ReviewForm(payload, channel(), item.required(ReviewLimits.ID - 20, "rate_id", "id", "oid"));
        form.product = item.text(ReviewLimits.NAME, "num_iid");
        form.productName = item.text(ReviewLimits.PRODUCT_NAME, "item_title");
        form.store = item.text(ReviewLimits.NAME, "rated_nick");
        form.userId = user(item);
        form.rating = item.rating(RatingScale.WORDS, "result");
        form.text = Texts.body(item, "content");
        form.writtenAt = item.time("created");
        form.keep("merchantReply", item.text(ReviewLimits.TEXT, "reply"));
        form.keep("price", item.text(ReviewLimits.NAME, "item_price"));
        form.keep("logisticsScore", item.text(ReviewLimits.NAME, "logistics_service_score"));
        Texts.specs(form, item.text(ReviewLimits.ATTRIBUTE, "sku_properties", "auction_sku"));
        sink.add(form.review(item.pointer("content"), item.pointer("created")));
        sink.attempt(() -> Followups.nested(item, "append", form));
        sink.attempt(() -> Followups.flat(item, "append_content", "append_created", form));
    }

    private static @Nullable String user(Fields item) {
        String id = item.text(ReviewLimits.ID, "ouid", "open_uid");
        return id != null ? id : Texts.whole(item.text(ReviewLimits.ID, "nick"));
    }
}
