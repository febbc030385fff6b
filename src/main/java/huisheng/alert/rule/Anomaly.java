package huisheng.alert.rule;

import huisheng.index.Interval;
import java.time.Duration;

/**
 * The newest whole bucket of a measure lies above what its season and its neighbours lead one to expect.
 *
 * @param measure volume or negative rate
 * @param history how far back the band is learned from
 * @param minimum reviews in the bucket (negative ones, where the rate is asked) below which nothing is said
 * @param p how likely chance alone may look like this; over all values of {@code each} together
 */
public record Anomaly(WatchMeasure measure, Interval interval, Duration history, int minimum, double p, Duration every)
        implements Watched {
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Anomaly {
        Check.given("when.measure", measure);
        Check.that(
                measure == WatchMeasure.VOLUME || measure == WatchMeasure.NEGATIVE,
                "when.measure 应是 volume 或 negative",
                "when.measure must be volume or negative");
        if (interval == null) interval = Interval.DAY;
        Check.that(
                interval == Interval.HOUR || interval == Interval.DAY,
                "when.interval 应是 hour 或 day",
                "when.interval must be hour or day");
        Duration usual = interval == Interval.DAY ? Duration.ofDays(56) : Duration.ofDays(14);
        history = Check.range("when.history", history, Duration.ofHours(24), usual.multipliedBy(2), usual);
        minimum = Check.range("when.minimum", minimum == 0 ? 10 : minimum, 1, 1_000_000);
        p = Check.range("when.p", p == 0 ? 1e-5 : p, 1e-12, 0.05);
        every = Check.range("when.every", every, LEAST_EVERY, MOST_EVERY, Duration.ofHours(6));
    }
}
