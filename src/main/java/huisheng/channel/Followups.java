package huisheng.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 追评 that platforms nest in their review: each becomes a review of its own, with its parent. */
final class Followups {
    private static final String[] TEXT = {"content", "text", "comment", "hAfterUserComment"};
    private static final String[] TIME = {"createTime", "create_time", "creationTime", "created", "time"};

    private Followups() {}

    /** The objects of this field; the first is {@code <id>:followup}, the next {@code <id>:followup-2}. */
    static List<RawReview> nested(Fields item, String name, ReviewForm initial) {
        List<RawReview> followups = new ArrayList<>();
        for (Fields each : item.objects(name)) {
            String body = Texts.body(each, TEXT);
            if (body.isEmpty()) continue;
            ReviewForm form = initial.followup(id(initial, followups.size() + 1));
            form.text = body;
            form.writtenAt = orLater(each.time(TIME), each.count("days", "afterDays"), initial);
            followups.add(form.review(each.pointer(TEXT[0]), each.pointer(TIME[0])));
        }
        return followups;
    }

    /** A follow-up told in plain fields of the review. */
    static List<RawReview> flat(Fields item, String text, String time, ReviewForm initial) {
        String body = Texts.body(item, text);
        if (body.isEmpty()) return List.of();
        ReviewForm form = initial.followup(id(initial, 1));
        form.text = body;
        form.writtenAt = orLater(item.time(time), null, initial);
        return List.of(form.review(item.pointer(text), item.pointer(time)));
    }

    private static String id(ReviewForm initial, int number) {
        return initial.externalId + (number == 1 ? ":followup" : ":followup-" + number);
    }

    /** Some platforms tell only how many days later; some tell nothing, and then the review's own time stands. */
    private static @Nullable Instant orLater(@Nullable Instant said, @Nullable Integer days, ReviewForm initial) {
        if (said != null || initial.writtenAt == null) return said;
        return days == null ? initial.writtenAt : initial.writtenAt.plus(Duration.ofDays(Math.min(days, 3650)));
    }
}
