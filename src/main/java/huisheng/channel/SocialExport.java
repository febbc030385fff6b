package huisheng.channel;

/** The export schema that Xiaohongshu, Douyin, Bilibili and Kuaishou comments are passed around in. */
final class SocialExport extends ItemConnector {
    SocialExport(String channel) {
        super(channel);
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, source(item), item.required(ReviewLimits.ID, "comment_id"));
        form.userId = item.text(ReviewLimits.ID, "user_id", "sec_uid");
        form.region = item.text(ReviewLimits.NAME, "ip_location", "ip_label");
        form.text = Texts.body(item, "content");
        form.writtenAt = item.time("create_time", "create_date_time");
        form.likes = Texts.orZero(item.count("comment_like_count", "like_count"));
        form.keep("postId", item.text(ReviewLimits.ID, "note_id", "aweme_id", "video_id", "content_id"));
        form.keep("replyTo", replied(item));
        form.keep("replies", item.text(ReviewLimits.NAME, "sub_comment_count"));
        sink.add(form.review(item.pointer("content"), item.pointer("create_time")));
    }

    /** Exports of several platforms differ only in the name of the post's id. */
    private String source(Fields item) {
        if (!channel().equals("social")) return channel();
        if (item.has("note_id")) return "xiaohongshu";
        if (item.has("aweme_id")) return "douyin";
        return item.has("video_id") ? "bilibili" : channel();
    }

    private static @org.jspecify.annotations.Nullable String replied(Fields item) {
        String parent = item.text(ReviewLimits.ID, "parent_comment_id");
        return "0".equals(parent) ? null : parent;
    }
}
