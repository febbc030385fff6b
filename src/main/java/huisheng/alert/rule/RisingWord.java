package huisheng.alert.rule;

import huisheng.review.Labelled;
import java.time.Duration;

/**
 * Words or opinions that are said more than in the stretch before.
 *
 * @param minimum reviews of the window that must hold it
 * @param ratio least ratio of its shares in window and baseline
 * @param q false discovery rate among all words
 */
public record RisingWord(Of of, Duration window, Duration baseline, int minimum, double ratio, double q, Duration every)
        implements Watched {
    /** What is counted. */
    public enum Of implements Labelled {
        WORDS,
        OPINIONS
    }

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public RisingWord {
        if (of == null) of = Of.WORDS;
        window = Check.range("when.window", window, Duration.ofHours(4), Duration.ofDays(90), Duration.ofDays(7));
        baseline = Check.range("when.baseline", baseline, window, Duration.ofDays(400), window.multipliedBy(4));
        minimum = Check.range("when.minimum", minimum == 0 ? 10 : minimum, 5, 1_000_000);
        ratio = Check.range("when.ratio", ratio == 0 ? 3 : ratio, 1, 1000);
        q = Check.range("when.q", q == 0 ? 1e-4 : q, 1e-12, 0.05);
        every = Check.range("when.every", every, LEAST_EVERY, MOST_EVERY, Duration.ofHours(12));
    }
}
