package huisheng.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import huisheng.SettableClock;
import huisheng.access.Principal;
import huisheng.access.Right;
import huisheng.review.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Throttle throttle = new Throttle(new Access.Limits(1, 3, 1), clock);
    private final Principal key = new Principal(1, "k", Scope.ALL, Set.of(Right.ADMIN));
    private final Principal user = new Principal(Principal.Kind.USER, 1, "u", Scope.ALL, Set.of(Right.ADMIN), null);

    @Test
    void check_tooManyCalls_tellsAfterHowManySecondsToCallAgain() {
        for (int i = 0; i < 10; i++) throttle.check(key, Right.READ);
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> throttle.check(key, Right.READ));
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_CALLS);
        assertThat(refusal.members()).containsEntry("retryAfter", 1L);
        clock.advance(Duration.ofSeconds(1));
        throttle.check(key, null);
    }

    @Test
    void check_pushesAndOtherCallers_haveTheirOwn() {
        for (int i = 0; i < 10; i++) throttle.check(key, Right.READ);
        for (int i = 0; i < 30; i++) throttle.check(key, Right.PUSH);
        for (int i = 0; i < 10; i++) throttle.check(user, Right.READ);
        assertThat(catchThrowableOfType(ProblemException.class, () -> throttle.check(key, Right.PUSH)))
                .isNotNull();
    }
}
