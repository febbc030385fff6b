package huisheng.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:07:00Z");

    private static List<Instant> calls(int n, Duration apart) {
        List<Instant> calls = new ArrayList<>();
        for (int i = n - 1; i >= 0; i--) calls.add(NOON.minus(apart.multipliedBy(i + 1)));
        return calls;
    }

    @Test
    void next_fewCalls_isNow() {
        assertThat(Pace.WECOM.next(calls(14, Duration.ofSeconds(1)), NOON, false))
                .isEqualTo(NOON);
    }

    @Test
    void next_threeQuartersUsed_keepsTheRestForWhatIsUrgent() {
        List<Instant> calls = calls(15, Duration.ofSeconds(1));
        assertThat(Pace.WECOM.next(calls, NOON, false))
                .isEqualTo(calls.getFirst().plusSeconds(60));
        assertThat(Pace.WECOM.next(calls, NOON, true)).isEqualTo(NOON);
    }

    @Test
    void next_limitReached_waitsUntilTheOldestCallIsAMinuteAgo() {
        List<Instant> calls = calls(20, Duration.ofSeconds(2));
        assertThat(Pace.DINGTALK.next(calls, NOON, true))
                .isEqualTo(calls.getFirst().plusSeconds(60));
    }

    @Test
    void next_feishuFiveWithinASecond_waitsForTheSixth() {
        List<Instant> calls = calls(5, Duration.ofMillis(100));
        assertThat(Pace.FEISHU.next(calls, NOON, true))
                .isEqualTo(calls.getFirst().plusSeconds(1));
    }

    @Test
    void next_feishuAtTheHalfHour_waitsUnlessUrgent() {
        Instant half = Instant.parse("2026-11-01T12:30:05Z");
        assertThat(Pace.FEISHU.next(List.of(), half, false)).isEqualTo("2026-11-01T12:30:20Z");
        assertThat(Pace.FEISHU.next(List.of(), half, true)).isEqualTo(half);
        assertThat(Pace.FEISHU.next(List.of(), half.plusSeconds(15), false)).isEqualTo(half.plusSeconds(15));
    }

    /** However calls are asked for, no stretch of a minute holds more than the limit. */
    @Test
    void next_askedAtRandom_neverExceedsTheLimit() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("PaceTest -Dseed=" + seed);
        Random random = new Random(seed);
        List<Instant> calls = new ArrayList<>();
        Instant now = NOON;
        for (int i = 0; i < 1_000; i++) {
            now = now.plusMillis(random.nextInt(4_000));
            Instant next = Pace.WECOM.next(calls, now, random.nextBoolean());
            now = next;
            calls.add(next);
        }
        for (int i = 20; i < calls.size(); i++) {
            assertThat(Duration.between(calls.get(i - 20), calls.get(i))).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }
}
