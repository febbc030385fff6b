package huisheng.review;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time: {@code from} belongs to it, {@code until} does not. */
public record Period(Instant from, Instant until) {
    /** Where a period begins of which only the end is named. */
    public static final Instant BEGINNING = Instant.EPOCH;

    public Period {
        if (!from.isBefore(until)) {
            throw new Fault(
                    "时段的起点必须早于终点：" + from + " 到 " + until,
                    "the period must start before it ends: " + from + " to " + until);
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** The stretch of the same length that ends where this one starts. */
    public Period before() {
        return new Period(from.minus(Duration.between(from, until)), from);
    }
}
