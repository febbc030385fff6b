package huisheng.access;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final RateLimits limits = new RateLimits(2, clock);

    private int granted(Object caller, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            if (limits.take(caller).isZero()) granted++;
        }
        return granted;
    }

    @Test
    void take_burst_isTenSecondsWorthAndThenTellsHowLongToWait() {
        assertThat(granted("a", 50)).isEqualTo(20);
        Duration wait = limits.take("a");
        assertThat(wait).isEqualTo(Duration.ofMillis(500));
        clock.advance(wait);
        assertThat(granted("a", 5)).isEqualTo(1);
    }

    @Test
    void take_longRest_fillsNoMoreThanTheBucket() {
        assertThat(granted("a", 20)).isEqualTo(20);
        clock.advance(Duration.ofDays(1));
        assertThat(granted("a", 50)).isEqualTo(20);
    }

    @Test
    void take_otherCaller_hasItsOwnBucket() {
        assertThat(granted("a", 30)).isEqualTo(20);
        assertThat(granted("b", 30)).isEqualTo(20);
    }

    @Test
    void take_clockSetBack_givesAndTakesNothing() {
        assertThat(granted("a", 19)).isEqualTo(19);
        clock.advance(Duration.ofHours(-1));
        assertThat(granted("a", 5)).isEqualTo(1);
    }

    @Test
    void take_moreCallersThanAreRemembered_staysBounded() {
        for (int i = 0; i < RateLimits.MAX_CALLERS + 100; i++) {
            assertThat(limits.take(i)).isZero();
        }
        assertThat(limits.callers()).isEqualTo(RateLimits.MAX_CALLERS);
    }
}
