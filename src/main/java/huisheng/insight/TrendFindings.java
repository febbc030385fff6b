package huisheng.insight;

import huisheng.index.Interval;
import huisheng.insight.ask.Finding;
import huisheng.insight.ask.Wording;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@link MeasureTrend} says in words. */
final class TrendFindings {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    /** Of each kind. */
    private static final int MOST = 3;

    private TrendFindings() {}

    /** @param told which of the changes and anomalies, by when they began */
    static List<Finding> of(MeasureTrend.Answer answer, Predicate<Instant> told) {
        return Stream.concat(
                        answer.changes().stream()
                                .filter(change -> told.test(change.start()))
                                .limit(MOST)
                                .map(change -> of(answer, change)),
                        answer.anomalies().stream()
                                .filter(anomaly -> told.test(anomaly.start()))
                                .limit(MOST)
                                .map(anomaly -> of(answer, anomaly)))
                .toList();
    }

    private static Finding of(MeasureTrend.Answer answer, MeasureTrend.Change change) {
        TrendMeasure measure = answer.measure();
        String start = time(answer, change.start());
        String between = time(answer, change.earliest());
        String and = time(answer, change.latest());
        String before = measure.show(change.before());
        String after = measure.show(change.after());
        long n = reviews(answer, change.start());
        String p = Tell.chance(change.p());
        return new Finding(
                new Wording(
                        "%s 起%s由 %s 变为 %s（p%s，起点 95%% 在 %s 到 %s，此后评论 %,d 条）"
                                .formatted(start, answer.told().zh(), before, after, p, between, and, n),
                        "From %s on %s went from %s to %s (p%s, start with 95 %% from %s to %s, %,d reviews since)"
                                .formatted(start, answer.told().en(), before, after, p, between, and, n)),
                change.evidence());
    }

    private static Finding of(MeasureTrend.Answer answer, MeasureTrend.Anomaly anomaly) {
        TrendMeasure measure = answer.measure();
        String time = time(answer, anomaly.start());
        String value = measure.show(anomaly.value());
        String low = measure.show(anomaly.low());
        String high = measure.show(anomaly.high());
        String p = Tell.chance(anomaly.p());
        return new Finding(
                new Wording(
                        "%s 的%s为 %s，应在 %s 到 %s 之间（p%s）"
                                .formatted(time, answer.told().zh(), value, low, high, p),
                        "At %s %s was %s, expected between %s and %s (p%s)"
                                .formatted(time, answer.told().en(), value, low, high, p)),
                anomaly.evidence());
    }

    private static long reviews(MeasureTrend.Answer answer, Instant since) {
        return answer.points().stream()
                .filter(point -> !point.start().isBefore(since))
                .mapToLong(MeasureTrend.Point::n)
                .sum();
    }

    private static String time(MeasureTrend.Answer answer, Instant time) {
        return (answer.interval() == Interval.HOUR ? HOUR : DAY).format(time.atZone(Interval.ZONE));
    }
}
