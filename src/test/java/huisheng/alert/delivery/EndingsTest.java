package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.Scope;
import huisheng.store.DeliveryClaim;
import huisheng.store.DeliveryEnd;
import huisheng.store.DeliveryEnd.How;
import huisheng.store.DeliveryQueue;
import huisheng.store.OpenDelivery;
import huisheng.store.StoredTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T02:03:04Z");
    private final Endings endings = new Endings(new Backoff(new Random(7)));

    private static DeliveryClaim claim(OpenDelivery... deliveries) {
        StoredTarget target = new StoredTarget(
                1, "t", "email", "…", "…", "zh", List.of(), null, null, Scope.ALL, true, NOW, NOW, "me", 0);
        return new DeliveryClaim(UUID.randomUUID(), target, List.of(), NOW, List.of(deliveries));
    }

    private static DeliveryClaim one() {
        return claim(new OpenDelivery(1, "k", "{}", false, false, 0));
    }

    /** A target that says "at once" while it refuses would be called without a rest, one that says "never" not at all. */
    @ParameterizedTest
    @CsvSource({"PT0S, PT1S", "PT1S, PT1S", "PT2M, PT2M", "PT999H, PT1H"})
    void throttled_waitsAsLongAsAskedWithinReason(Duration asked, Duration waits) {
        DeliveryEnd end = endings.of(one(), Pace.EMAIL, new Outcome.Throttled("HTTP 429", asked));
        assertThat(end.how()).isEqualTo(How.THROTTLED);
        assertThat(end.pause()).isEqualTo(waits).isLessThanOrEqualTo(DeliveryQueue.LONGEST_PAUSE);
        assertThat(end.called()).isTrue();
    }

    @Test
    void busy_wasNoCall() {
        DeliveryEnd end = endings.of(one(), Pace.EMAIL, new Outcome.Busy(Duration.ofSeconds(1)));
        assertThat(end).isEqualTo(new DeliveryEnd(How.HELD, false, Duration.ofSeconds(1), Instant.EPOCH, null));
    }

    @Test
    void held_nothingLeftToTell_letsTheTargetGoUncalled() {
        assertThat(endings.held(claim(), Pace.FREE))
                .contains(new DeliveryEnd(How.HELD, false, Duration.ZERO, Instant.EPOCH, null));
        assertThat(endings.held(one(), Pace.FREE)).isEmpty();
    }
}
