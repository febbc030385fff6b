package huisheng.http;

import huisheng.access.RateLimits;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refuses those whom nobody knows where too many calls of theirs come from an address. Whoever was known before is no
 * stranger, whatever others do at the same address. In memory: those longest not heard of are forgotten first. Safe
 * from any thread.
 */
final class Strangers {
    static final int MAX_KNOWN = 10_000;

    private final RateLimits limits;
    private final boolean behindProxy;
    private final Map<String, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    /** @param steady a clock that nobody sets */
    Strangers(int perSecond, boolean behindProxy, Clock steady) {
        this.limits = new RateLimits(perSecond, steady);
        this.behindProxy = behindProxy;
    }

    /** Counts a call that shows nothing good. @throws ProblemException that says when to call again */
    void count(RoutingContext ctx) {
        refuse(limits.take(address(ctx)));
    }

    /**
     * To be asked before it is looked up who that is, which has its price.
     *
     * @param shown hash of what the caller shows
     * @throws ProblemException that says when to call again
     */
    void check(RoutingContext ctx, String shown) {
        if (!isKnown(shown)) refuse(limits.pause(address(ctx)));
    }

    /** What was found out about who shows that. @throws ProblemException where it is a stranger, and one too many */
    void tell(RoutingContext ctx, String shown, boolean found) {
        synchronized (known) {
            if (found) known.put(shown, true);
            else known.remove(shown);
        }
        if (!found) count(ctx);
    }

    private boolean isKnown(String shown) {
        synchronized (known) {
            return known.get(shown) != null;
        }
    }

    private String address(RoutingContext ctx) {
        return Client.of(ctx.request(), behindProxy).subscriber();
    }

    private static void refuse(Duration pause) {
        if (pause.isPositive()) throw Throttle.later(ProblemType.TOO_MANY_CALLS, pause);
    }

    int known() {
        synchronized (known) {
            return known.size();
        }
    }
}
