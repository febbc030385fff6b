package huisheng.channel;

import java.util.Set;

/** Dianping-like CSV: id, review, star, and a column for each aspect with 1, 0, -1 or -2. */
final class Dianping extends ItemConnector {
    private static final Set<String> OWN = Set.of("id", "review", "star", "time", "store", "shop", "user_id");

    Dianping() {
        super("dianping");
    }

    @Override
    void read(Fields item, Payload payload, Sink sink) {
        ReviewForm form = new ReviewForm(payload, channel(), item.required(ReviewLimits.ID, "id"));
        form.userId = item.text(ReviewLimits.ID, "user_id");
        form.store = item.text(ReviewLimits.NAME, "store", "shop");
        form.rating = item.rating(RatingScale.ONE_TO_FIVE, "star");
        form.text = Texts.body(item, "review");
        form.writtenAt = item.time("time");
        for (String name : item.names()) {
            if (!OWN.contains(name)) form.keep("aspect." + name, item.text(ReviewLimits.ATTRIBUTE, name));
        }
        sink.add(form.review(item.pointer("review"), item.pointer("time")));
    }
}
