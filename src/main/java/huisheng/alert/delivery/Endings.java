package huisheng.alert.delivery;

import huisheng.store.DeliveryClaim;
import huisheng.store.DeliveryEnd;
import huisheng.store.DeliveryEnd.How;
import huisheng.store.DeliveryQueue;
import huisheng.store.OpenDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows from how a call came out. Pure but for the chance in pauses. */
final class Endings {
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);

    private final Backoff backoff;

    Endings(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Where the target may not be called yet for these deliveries. */
    Optional<DeliveryEnd> held(DeliveryClaim claim, Pace pace) {
        // erased between the lease and the look at what is ripe
        if (claim.deliveries().isEmpty()) return Optional.of(held(Duration.ZERO));
        boolean urgent = claim.deliveries().stream().anyMatch(OpenDelivery::urgent);
        Instant next = pace.next(claim.calls(), claim.now(), urgent);
        if (!next.isAfter(claim.now())) return Optional.empty();
        Duration pause = Duration.between(claim.now(), next);
        return Optional.of(held(pause));
    }

    private static DeliveryEnd held(Duration pause) {
        return new DeliveryEnd(How.HELD, false, pause, Instant.EPOCH, null);
    }

    DeliveryEnd of(DeliveryClaim claim, Pace pace, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> end(How.SENT, Duration.ZERO, claim, pace, null);
            case Outcome.Busy(Duration pause) -> held(pause);
            case Outcome.Throttled(String why, Duration pause) -> end(How.THROTTLED, bounded(pause), claim, pace, why);
            case Outcome.Unreachable(String why) ->
                end(How.UNREACHABLE, backoff.after(claim.target().failures()), claim, pace, why);
            case Outcome.Failed(String why) -> end(How.FAILED, backoff.after(failures(claim)), claim, pace, why);
            case Outcome.Refused(String why) -> end(How.REFUSED, Duration.ZERO, claim, pace, why);
        };
    }

    private static DeliveryEnd end(How how, Duration pause, DeliveryClaim claim, Pace pace, @Nullable String why) {
        List<Instant> calls = new ArrayList<>(claim.calls());
        calls.add(claim.now());
        Instant next = pace.next(calls, claim.now(), true);
        return new DeliveryEnd(how, true, pause, next.isAfter(claim.now()) ? next : Instant.EPOCH, why);
    }

    private static int failures(DeliveryClaim claim) {
        return claim.deliveries().stream()
                .mapToInt(OpenDelivery::failures)
                .max()
                .orElse(0);
    }

    /** A target that asks for no patience while it refuses would be called without a rest. */
    private static Duration bounded(Duration asked) {
        if (asked.compareTo(SHORTEST_PATIENCE) < 0) return SHORTEST_PATIENCE;
        return asked.compareTo(DeliveryQueue.LONGEST_PAUSE) > 0 ? DeliveryQueue.LONGEST_PAUSE : asked;
    }
}
