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
    private final Backoff backoff;

    Endings(Backoff backoff) {
        this.backoff = backoff;
    }

    /** Where the target may not be called yet for these deliveries. */
    Optional<DeliveryEnd> held(DeliveryClaim claim, Pace pace) {
        boolean urgent = claim.deliveries().stream().anyMatch(OpenDelivery::urgent);
        Instant next = pace.next(claim.calls(), claim.now(), urgent);
        if (!next.isAfter(claim.now())) return Optional.empty();
        Duration pause = Duration.between(claim.now(), next);
        return Optional.of(new DeliveryEnd(How.HELD, false, pause, Instant.EPOCH, null));
    }

    DeliveryEnd of(DeliveryClaim claim, Pace pace, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> end(How.SENT, Duration.ZERO, claim, pace, null);
            case Outcome.Throttled(String why, Duration pause) ->
                end(How.THROTTLED, shorter(pause, DeliveryQueue.LONGEST_PAUSE), claim, pace, why);
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

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
