package huisheng.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A target that this process alone may call until the lease ends, and what is to be told.
 *
 * @param lease names the claim
 * @param calls when the target was called within the last minute, by the database's clock
 * @param now by the same clock
 */
public record DeliveryClaim(
        UUID lease, StoredTarget target, List<Instant> calls, Instant now, List<OpenDelivery> deliveries) {
    public DeliveryClaim {
        calls = List.copyOf(calls);
        deliveries = List.copyOf(deliveries);
    }

    DeliveryClaim with(List<OpenDelivery> chosen) {
        return new DeliveryClaim(lease, target, calls, now, chosen);
    }
}
