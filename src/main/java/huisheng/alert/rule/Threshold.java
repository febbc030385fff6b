package huisheng.alert.rule;

import huisheng.review.Labelled;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A measure in a sliding window against a target, or against the stretch of time before the window.
 *
 * @param of the aspect's id, or the type of risk, where the measure is about one
 * @param target what it should be; null to hold it against a baseline
 * @param share of the target that is still good enough: 0.9 raises below 90 % of it (above 1/0.9 where above is bad)
 * @param baseline length of the stretch before the window, where there is no target
 * @param change least change against the baseline, as a part of what it was before: 0.5 for half as much again
 * @param worse which way is bad
 * @param minimum reviews in the window (and in the baseline) below which nothing is said
 * @param p how likely chance alone may look like this, one-sided; over all values of {@code each} together
 */
public record Threshold(
        WatchMeasure measure,
        @Nullable String of,
        Duration window,
        @Nullable Double target,
        @Nullable Double share,
        @Nullable Duration baseline,
        @Nullable Double change,
        @Nullable Worse worse,
        int minimum,
        double p,
        Duration every)
        implements Watched {
    /** Which way a measure gets worse. */
    public enum Worse implements Labelled {
        ABOVE,
        BELOW
    }

    private static final Duration LONGEST = Duration.ofDays(400);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Threshold {
        Check.given("when.measure", measure);
        if (measure.isOfAspect()) Check.text("when.of", of, 100);
        window = Check.range("when.window", window, Duration.ofHours(1), LONGEST, Duration.ofDays(7));
        Check.that(
                target != null || baseline != null, "when 要有 target 或 baseline", "when needs a target or a baseline");
        if (baseline != null) baseline = Check.range("when.baseline", baseline, window, LONGEST, baseline);
        share = share == null ? 0.9 : Check.range("when.share", share, 0.01, 1);
        change = change == null ? 0.2 : Check.range("when.change", change, 0, 100);
        if (worse == null) worse = fallback(measure);
        minimum = Check.range("when.minimum", minimum == 0 ? 30 : minimum, 5, 1_000_000);
        p = Check.range("when.p", p == 0 ? 1e-4 : p, 1e-12, 0.05);
        every = Check.range("when.every", every, LEAST_EVERY, MOST_EVERY, Duration.ofHours(1));
    }

    private static Worse fallback(WatchMeasure measure) {
        return switch (measure) {
            case NET, RATING, VOLUME -> Worse.BELOW;
            default -> Worse.ABOVE;
        };
    }

    public double goodEnough() {
        return share == null ? 1 : share;
    }

    public double leastChange() {
        return change == null ? 0 : change;
    }

    public boolean aboveIsBad() {
        return worse == Worse.ABOVE;
    }
}
