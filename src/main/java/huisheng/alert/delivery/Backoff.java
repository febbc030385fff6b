package huisheng.alert.delivery;

import huisheng.store.DeliveryQueue;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from a second to a quarter of an hour; {@link DeliveryQueue#MAX_FAILURES} of them take about a day.
 * A quarter up or down at random, so that targets which fell silent together are not called together.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures so far, this one not counted */
    Duration after(int failures) {
        long millis = FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        double share = 0.75 + random.nextDouble() / 2;
        return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * share));
    }
}
