package huisheng.http;

import huisheng.access.Principal;
import huisheng.access.RateLimits;
import huisheng.access.Right;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses the calls of who calls too often. */
final class Throttle {
    private final RateLimits calls;
    private final RateLimits pushes;

    /** @param clock a steady one */
    Throttle(Access.Limits limits, Clock clock) {
        this.calls = new RateLimits(limits.calls(), clock);
        this.pushes = new RateLimits(limits.pushes(), clock);
    }

    /** @throws ProblemException that says when to call again */
    void check(Principal caller, @Nullable Right right) {
        RateLimits limits = right == Right.PUSH ? pushes : calls;
        Duration pause = limits.take(caller.unique());
        if (pause.isPositive()) throw later(ProblemType.TOO_MANY_CALLS, pause);
    }

    static ProblemException later(ProblemType type, Duration pause) {
        long seconds = pause.plusNanos(999_999_999).toSeconds();
        return ProblemException.of(type, seconds).with(ErrorMapper.RETRY_AFTER, seconds);
    }
}
