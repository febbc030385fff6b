package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.store.DeliveryQueue;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void after_allFailures_takesAboutADay() {
        Backoff backoff = new Backoff(new Random(7));
        Duration all = Duration.ZERO;
        for (int failures = 0; failures < DeliveryQueue.MAX_FAILURES; failures++)
            all = all.plus(backoff.after(failures));
        assertThat(all).isBetween(Duration.ofHours(20), Duration.ofHours(30));
    }

    @Test
    void after_oneMoreFailure_waitsLongerUntilAQuarterOfAnHour() {
        RandomGenerator middle = () -> Long.MAX_VALUE;
        Backoff backoff = new Backoff(middle);
        for (int failures = 0; failures < 9; failures++) {
            assertThat(backoff.after(failures + 1)).isGreaterThan(backoff.after(failures));
        }
        assertThat(backoff.after(1_000_000)).isLessThan(DeliveryQueue.LONGEST_PAUSE);
    }

    @Test
    void after_sameFailures_differsByChance() {
        Backoff backoff = new Backoff(new Random(7));
        assertThat(backoff.after(5)).isNotEqualTo(backoff.after(5));
    }
}
