package huisheng.insight.report;

import huisheng.index.Interval;
import huisheng.insight.ask.Wording;
import huisheng.review.Period;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The fixed words of a report in one language. */
record Texts(Locale locale) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    String say(String zh, String en) {
        return say(new Wording(zh, en));
    }

    String say(Wording wording) {
        return wording.in(locale);
    }

    String title() {
        return say("消费者之声报告", "Voice of customer report");
    }

    /** First and last day. */
    String days(Period period) {
        return DAY.format(period.from().atZone(Interval.ZONE)) + " – "
                + DAY.format(period.until().minusMillis(1).atZone(Interval.ZONE));
    }

    String quiet() {
        return say("没有超出偶然的变化", "Nothing beyond chance");
    }

    String missing() {
        return say("数据不足", "Too few data");
    }

    String missing(Report.Missing missing) {
        return say(
                "%s 只有 %,d，至少要 %,d".formatted(missing.question().zh(), missing.n(), missing.needed()),
                "%s There are %,d, at least %,d are needed"
                        .formatted(missing.question().en(), missing.n(), missing.needed()));
    }

    String refused() {
        return say("本期无法回答", "Could not be answered");
    }

    String all() {
        return say("全部评论", "All reviews");
    }

    String summary() {
        return say("概要", "Summary");
    }

    String volume() {
        return say("评论量", "reviews");
    }

    String negative() {
        return say("差评占比，带 95% 区间", "share of negative reviews, with its 95 % interval");
    }

    String day(Instant time) {
        return DAY.format(time.atZone(Interval.ZONE));
    }

    String receipt() {
        return say("凭据", "Receipt");
    }
}
