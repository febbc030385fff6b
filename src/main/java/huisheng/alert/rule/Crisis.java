package huisheng.alert.rule;

import java.time.Duration;

/**
 * Complaints about the same aspect that come fast and in many channels at once. What is done within the first
 * {@link #GOLDEN} decides how far it spreads, so that is its deadline.
 *
 * @param minimum complaints about the aspect in the window
 * @param channels that they come from, at least
 * @param ratio to what the same number of reviews complained of before, at least
 * @param p how likely chance alone may look like this; over all aspects and values of {@code each} together
 */
public record Crisis(
        Duration window, Duration baseline, int minimum, int channels, double ratio, double p, Duration every)
        implements Watched {
    public static final Duration GOLDEN = Duration.ofHours(4);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Crisis {
        window = Check.range("when.window", window, Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(1));
        baseline = Check.range("when.baseline", baseline, window, Duration.ofDays(400), window.multipliedBy(28));
        minimum = Check.range("when.minimum", minimum == 0 ? 6 : minimum, 3, 1_000_000);
        channels = Check.range("when.channels", channels == 0 ? 2 : channels, 1, 50);
        ratio = Check.range("when.ratio", ratio == 0 ? 4 : ratio, 1, 1000);
        p = Check.range("when.p", p == 0 ? 1e-4 : p, 1e-12, 0.05);
        every = Check.range("when.every", every, LEAST_EVERY, MOST_EVERY, Duration.ofMinutes(15));
    }
}
