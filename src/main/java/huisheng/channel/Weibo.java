package huisheng.channel;

import huisheng.review.Author;

/** Weibo {@code comments/show}: HTML texts, English dates, the region as "来自江苏". */
final class Weibo extends ItemConnector {
    Weibo() {
        super("weibo");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, channel(), item.required(ReviewLimits.ID, "idstr", "id", "mid"));
        Fields user = item.object("user");
        if (user != null) {
            form.userId = user.text(ReviewLimits.ID, "idstr", "id");
            form.author = new Author(null, null, null, gender(user), null);
        }
        String source = item.text(ReviewLimits.NAME, "source", "region_name");
        if (source != null && !source.startsWith("<")) form.region = source;
        form.text = Texts.body(item, "text", "text_raw");
        form.writtenAt = item.time("created_at");
        form.likes = Texts.orZero(item.count("like_counts", "like_count", "attitudes_count"));
        Fields status = item.object("status");
        if (status != null) form.keep("postId", status.text(ReviewLimits.ID, "idstr", "id"));
        Fields replied = item.object("reply_comment");
        if (replied != null) form.keep("replyTo", replied.text(ReviewLimits.ID, "idstr", "id"));
        sink.add(form.review(item.pointer("text"), item.pointer("created_at")));
    }

    private static @org.jspecify.annotations.Nullable String gender(Fields user) {
        String gender = user.text(ReviewLimits.NAME, "gender");
        return "f".equals(gender) ? "female" : "m".equals(gender) ? "male" : null;
    }
}
