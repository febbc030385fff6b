package huisheng.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressFailuresTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final AddressFailures failures = new AddressFailures(clock);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) assertThat(failures.attempt(address)).isZero();
    }

    @Test
    void after_failuresInARow_theDelayDoublesUpToItsBound() {
        Backoff backoff = Backoff.OF_LOGIN;
        assertThat(backoff.after(4)).isZero();
        assertThat(backoff.after(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(backoff.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void attempt_afterThirtyFailures_hasToWaitAndWaitingCostsNothing() {
        fail("a", 30);
        for (int i = 0; i < 100; i++) assertThat(failures.attempt("a")).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        fail("a", 1);
        assertThat(failures.attempt("a")).isEqualTo(Duration.ofSeconds(2));
        assertThat(failures.attempt("b")).isZero();
    }

    @Test
    void forgive_oneSuccess_takesBackItsOwnTryAlone() {
        fail("a", 30);
        clock.advance(Duration.ofSeconds(1));
        fail("a", 1);
        failures.forgive("a");
        clock.advance(Duration.ofMillis(500));
        assertThat(failures.attempt("a")).isPositive();
    }

    @Test
    void attempt_afterAnHour_startsAnew() {
        fail("a", 30);
        clock.advance(Duration.ofMinutes(61));
        fail("a", 30);
    }

    @Test
    void attempt_fromEverywhere_staysBounded() {
        for (int i = 0; i < AddressFailures.MAX + 10; i++) fail("a" + i, 1);
        assertThat(failures.size()).isEqualTo(AddressFailures.MAX);
    }
}
