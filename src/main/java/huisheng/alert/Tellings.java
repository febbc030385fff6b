package huisheng.alert;

import huisheng.store.AlertLog;
import huisheng.store.AlertWrite;
import huisheng.store.Restraint;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each rule tells in one step, which counts towards its own maximum a day: what one rule tells must not silence
 * another. Used by one thread.
 */
final class Tellings {
    private final Map<Long, Long> byRule = new HashMap<>();
    private final Instant now;

    Tellings(Instant now) {
        this.now = now;
    }

    Restraint with(long rule, Restraint read) {
        return read.told(byRule.getOrDefault(rule, 0L), now);
    }

    AlertWrite add(AlertWrite write) {
        boolean told = write.log().stream().anyMatch(log -> log.what().equals(AlertLog.TOLD));
        if (told) byRule.merge(write.alert().rule(), 1L, Long::sum);
        return write;
    }
}
