package huisheng.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that nobody can set: it counts from when it was made. For pauses and ages, which a wall clock that is set
 * forward or back would shorten or draw out; never for dates.
 */
public final class SteadyClock extends Clock {
    private final long start = System.nanoTime();

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
