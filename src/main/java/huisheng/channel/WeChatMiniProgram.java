package huisheng.channel;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** WeChat mini-program shops, {@code mpcommentlist}: 100 is one star. Order and payment numbers are left behind. */
final class WeChatMiniProgram extends ItemConnector {
    WeChatMiniProgram() {
        super("wechat-mini");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, channel(), item.required(ReviewLimits.ID, "commentId"));
        Fields user = item.object("userInfo");
        if (user != null) form.userId = Texts.whole(user.text(ReviewLimits.ID, "openid", "unionid", "nickName"));
        form.product = item.text(ReviewLimits.NAME, "productId", "spuId");
        form.productName = item.text(ReviewLimits.PRODUCT_NAME, "productName", "title");
        form.rating = item.rating(RatingScale.HUNDREDS, "score");
        form.text = content(item);
        form.writtenAt = item.time("updateTime", "createTime");
        form.keep("previousText", previous(item));
        form.keep(
                "merchantReply",
                item.has("reply") && item.node().get("reply").isTextual()
                        ? item.text(ReviewLimits.TEXT, "reply")
                        : null);
        sink.add(form.review(item.pointer("content"), item.pointer("createTime")));
    }

    private static String content(Fields item) {
        JsonNode content = item.node().get("content");
        Fields object = content != null && content.isObject() ? item.object("content") : null;
        return object == null ? Texts.body(item, "content") : Texts.body(object, "txt", "text", "content");
    }

    /** The store keeps earlier versions that it has seen; this one it may have missed. */
    private static @Nullable String previous(Fields item) {
        Fields old = item.object("oldComment");
        return old == null ? null : content(old);
    }
}
