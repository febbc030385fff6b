package huisheng.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many calls each caller has left: a bucket of tokens each, which fills evenly. The callers longest not heard of
 * are forgotten first, and start anew with a full bucket. Safe from any thread.
 */
public final class RateLimits {
    static final int MAX_CALLERS = 10_000;
    private static final int BURST_SECONDS = 10;
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final Clock clock;
    private final Map<Object, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Bucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    /**
     * @param perSecond in the long run; at once, ten times as many
     * @param clock a steady one, see {@link SteadyClock}
     */
    public RateLimits(int perSecond, Clock clock) {
        if (perSecond < 1) throw new IllegalArgumentException("at least one call a second");
        this.perSecond = perSecond;
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /**
     * Takes a token.
     *
     * @param caller compared by {@code equals}
     * @return how long to wait for one; zero where it was there
     */
    public Duration take(Object caller) {
        Instant now = clock.instant();
        synchronized (buckets) {
            Bucket bucket = buckets.getOrDefault(caller, new Bucket(perSecond * BURST_SECONDS, now));
            double tokens = filled(bucket, now);
            buckets.put(caller, new Bucket(tokens >= 1 ? tokens - 1 : tokens, now));
            return pause(tokens);
        }
    }

    /** How long to wait for a token, without taking it. */
    public Duration pause(Object caller) {
        synchronized (buckets) {
            Bucket bucket = buckets.get(caller);
            return bucket == null ? Duration.ZERO : pause(filled(bucket, clock.instant()));
        }
    }

    private Duration pause(double tokens) {
        return tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * NANOS));
    }

    private double filled(Bucket bucket, Instant now) {
        // a clock that was set back gives nothing, and takes nothing away
        double seconds = Math.max(0, Duration.between(bucket.at, now).toNanos() / NANOS);
        return Math.min(perSecond * BURST_SECONDS, bucket.tokens + seconds * perSecond);
    }

    int callers() {
        synchronized (buckets) {
            return buckets.size();
        }
    }
}
