package huisheng.access.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed logins by the address they came from, whichever logins were tried. In memory: those longest not heard of are
 * forgotten first. Safe from any thread.
 */
final class AddressFailures {
    static final int MAX = 10_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX;
        }
    };

    AddressFailures(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** Zero where a try may be made; it counts as a failure until {@link #forgive}. */
    Duration attempt(String address) {
        Instant now = clock.instant();
        synchronized (failures) {
            Failures before = failures.get(address);
            if (before == null || before.last.isBefore(now.minus(KEPT))) before = new Failures(0, now);
            Duration left = Duration.between(now, before.last.plus(Backoff.OF_ADDRESS.after(before.count)));
            if (left.isPositive()) return left;
            failures.put(address, new Failures(before.count + 1, now));
            return Duration.ZERO;
        }
    }

    /** Takes one failure back: the try went well. The others stand, so a login of one's own buys no more guesses. */
    void forgive(String address) {
        synchronized (failures) {
            failures.computeIfPresent(address, (same, before) -> new Failures(before.count - 1, before.last));
        }
    }

    int size() {
        synchronized (failures) {
            return failures.size();
        }
    }
}
