package huisheng.alert;

import huisheng.alert.rule.Escalation;
import huisheng.alert.rule.Rule;
import huisheng.store.AlertLog;
import huisheng.store.AlertState;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the time has come that an alert waited for: it is told after quiet hours, or to others because nobody
 * has acknowledged it.
 *
 * @param rules by number; null for one that is gone or off, whose alerts are told to nobody any more
 */
public record DueAlerts(LongFunction<@Nullable Rule> rules, Instant now) {
    public AlertWrite decide(StoredAlert alert) {
        Rule rule = rules.apply(alert.rule());
        if (rule == null || alert.isClosed()) return quiet(Standing.escalateAt(Standing.tellAt(alert, null), null));
        Telling telling = new Telling(rule, 0, now);
        Instant tellAt = alert.tellAt();
        if (tellAt != null && !now.isBefore(tellAt)) {
            StoredAlert free = Standing.tellAt(alert, null);
            return telling.tell(free, AlertBody.read(alert.body()), null, List.of());
        }
        return escalate(alert, telling);
    }

    private AlertWrite escalate(StoredAlert alert, Telling telling) {
        Escalation escalation = telling.rule().escalation();
        if (escalation == null || alert.state() != AlertState.OPEN) return quiet(Standing.escalateAt(alert, null));
        Instant muted = alert.mutedUntil();
        if (muted != null && alert.isMuted(now)) return quiet(Standing.escalateAt(alert, muted));
        Instant later = telling.quietUntil(alert);
        if (later != null) return quiet(Standing.escalateAt(alert, later));
        StoredAlert escalated = Standing.escalateAt(alert, null);
        AlertBody body = AlertBody.read(alert.body());
        return new AlertWrite(
                escalated,
                List.of(AlertLog.of(now, "escalated")),
                List.of(Notices.escalated(escalated, body, now, escalation.targets())));
    }

    private static AlertWrite quiet(StoredAlert alert) {
        return new AlertWrite(alert, List.of(), List.of());
    }
}
