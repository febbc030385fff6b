package huisheng.alert.rule;

import java.time.Duration;
import java.util.List;

/**
 * A competitor is named, or left for, more than in the stretch before.
 *
 * @param rivals their names; empty for whoever there is
 * @param minimum reviews of the window that must name it
 * @param ratio least ratio of the shares in window and baseline
 * @param p how likely chance alone may look like this
 */
public record CompetitorMove(
        List<String> rivals, Duration window, Duration baseline, int minimum, double ratio, double p, Duration every)
        implements Watched {
    private static final int MAX_RIVALS = 12;

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public CompetitorMove {
        rivals = rivals == null ? List.of() : List.copyOf(rivals);
        Check.values("when.rivals", rivals, MAX_RIVALS);
        window = Check.range("when.window", window, Duration.ofHours(12), Duration.ofDays(90), Duration.ofDays(7));
        baseline = Check.range("when.baseline", baseline, window, Duration.ofDays(400), window.multipliedBy(4));
        minimum = Check.range("when.minimum", minimum == 0 ? 10 : minimum, 5, 1_000_000);
        ratio = Check.range("when.ratio", ratio == 0 ? 1.5 : ratio, 1, 1000);
        p = Check.range("when.p", p == 0 ? 1e-5 : p, 1e-12, 0.05);
        every = Check.range("when.every", every, LEAST_EVERY, MOST_EVERY, Duration.ofHours(12));
    }
}
