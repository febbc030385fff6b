package huisheng.alert;

import huisheng.alert.rule.QuietHours;
import huisheng.alert.rule.Rule;
import huisheng.store.AlertLog;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an alert is told now, later or not at all: not while it is muted, not more often than the rule may, and not in
 * quiet hours, which never hold back the first level.
 */
record Telling(Rule rule, long toldToday, Instant now) {
    /**
     * The alert, told where it may be.
     *
     * @param log what has happened to it before
     */
    AlertWrite tell(StoredAlert alert, AlertBody body, @Nullable String said, List<AlertLog> log) {
        if (alert.isMuted(now) || toldToday >= rule.maxPerDay()) return new AlertWrite(alert, log, List.of());
        Instant quiet = quietUntil(alert);
        if (quiet != null) return new AlertWrite(Standing.tellAt(alert, quiet), log, List.of());
        StoredAlert told = Standing.told(alert, now);
        List<AlertLog> more = new ArrayList<>(log);
        more.add(AlertLog.of(now, AlertLog.TOLD));
        return new AlertWrite(told, more, List.of(Notices.told(told, body, said, now, rule.targets())));
    }

    /** Whether enough time has passed since it was told, and nothing waits. */
    boolean isDueAgain(StoredAlert alert) {
        if (alert.tellAt() != null) return false;
        Instant last = alert.toldAt();
        return last == null || !now.isBefore(last.plus(rule.cooldown()));
    }

    @Nullable
    Instant quietUntil(StoredAlert alert) {
        QuietHours quiet = rule.quietHours();
        return quiet == null || alert.level() == 1 ? null : quiet.end(now);
    }
}
