package huisheng.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended.
 *
 * @param called whether the target was called, so that it counts against its limits
 * @param pause until what {@code how} says is tried again
 * @param notBefore the target's limits allow no other call before, by the database's clock; the epoch for at once
 * @param error why, in our own words: an answer may repeat a secret
 */
public record DeliveryEnd(
        How how,
        boolean called,
        Duration pause,
        Instant notBefore,
        @Nullable String error) {
    /** What becomes of the deliveries and the target. */
    public enum How {
        /** Told. */
        SENT,
        /** The deliveries wait; their target may be called for others. */
        HELD,
        /** The target asked for patience; nothing failed. */
        THROTTLED,
        /** The target is away: everything for it has waited in vain once more. */
        UNREACHABLE,
        /** These deliveries failed, and are tried again. */
        FAILED,
        /** Trying again would not help. A digest is told notice by notice, a single notice is dead. */
        REFUSED
    }
}
