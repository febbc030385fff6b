package huisheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    @Test
    void instant_countsFromWhenItWasMadeAndNeverGoesBack() {
        SteadyClock clock = new SteadyClock();
        Instant before = clock.instant();
        for (int i = 0; i < 1_000; i++) {
            Instant now = clock.instant();
            assertThat(now).isAfterOrEqualTo(before);
            before = now;
        }
        assertThat(before).isBetween(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
    }
}
