package huisheng.ingest;

import huisheng.channel.Connectors;
import huisheng.channel.Message;
import huisheng.channel.Rejection;
import huisheng.review.Dimension;
import huisheng.store.NewReview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a sender may not send a review: nobody writes what they may not read. */
final class OutOfScope {
    private static final String CODE = "out-of-scope";
    private static final Message TAKEN =
            new Message("该编号的评论已存在，且不在密钥的范围内", "a review of this id is there and lies outside of the key's scope");

    private OutOfScope() {}

    /** Because of the first review of the item that the sender may not read; null where there is none. */
    static @Nullable Rejection first(int index, Delivery delivery, List<NewReview> item) {
        for (NewReview one : item) {
            Dimension hiding = delivery.scope().hiding(one.review());
            if (hiding != null) return new Rejection(index, pointer(delivery, hiding.key()), CODE, hidden(hiding));
        }
        return null;
    }

    /** Because it would overwrite one that the sender may not read. */
    static Rejection taken(int index, Delivery delivery) {
        return new Rejection(index, pointer(delivery, "externalId"), CODE, TAKEN);
    }

    /** In our own form fields have the names of dimensions; other channels name them otherwise, or not at all. */
    private static String pointer(Delivery delivery, String field) {
        return delivery.connector().equals(Connectors.CANONICAL) ? "/" + field : "";
    }

    private static Message hidden(Dimension dimension) {
        String chinese = switch (dimension) {
            case BRAND -> "品牌";
            case PRODUCT -> "产品";
            case CHANNEL -> "渠道";
            case STORE -> "门店";
            default -> "地区";
        };
        return new Message(
                "这条评论的" + chinese + "不在密钥的范围内",
                "the " + dimension.key() + " of this review lies outside of the key's scope");
    }
}
