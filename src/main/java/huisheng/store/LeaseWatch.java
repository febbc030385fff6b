package huisheng.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * Tells leases whose holder is gone. No two clocks are compared, and none that can be set: a lease is abandoned where
 * this process has seen the same one for longer than any holder keeps it, by its own monotonic time. Safe from any
 * thread.
 */
final class LeaseWatch {
    private final long longest;
    private final LongSupplier nanos;
    private final Map<Long, Seen> seen = new HashMap<>();

    /** @param since by the monotonic time of this process */
    private record Seen(UUID lease, long since) {}

    /** @param longest that a holder keeps a lease */
    LeaseWatch(Duration longest, LongSupplier nanos) {
        this.longest = longest.toNanos();
        this.nanos = nanos;
    }

    /**
     * @param leases all that there are now, by what is leased
     * @return those that were abandoned
     */
    synchronized Map<Long, UUID> abandoned(Map<Long, UUID> leases) {
        long now = nanos.getAsLong();
        seen.keySet().retainAll(leases.keySet());
        Map<Long, UUID> abandoned = new HashMap<>();
        leases.forEach((thing, lease) -> {
            Seen before = seen.get(thing);
            if (before == null || !before.lease.equals(lease)) seen.put(thing, new Seen(lease, now));
            else if (now - before.since > longest) abandoned.put(thing, lease);
        });
        return abandoned;
    }
}
