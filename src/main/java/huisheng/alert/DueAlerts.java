package huisheng.alert;

import huisheng.alert.rule.Rule;
import huisheng.store.AlertWrite;
import huisheng.store.DueAlert;
import huisheng.store.Restraint;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happens when the time has come that an alert waited for: it is told what was held back, or told to others because
 * nobody has acknowledged it.
 *
 * @param rules by number; null for one that is gone or off, whose alerts are told to nobody any more
 */
public record DueAlerts(LongFunction<@Nullable Rule> rules) {
    public List<AlertWrite> decide(Instant now, List<DueAlert> due) {
        Tellings tellings = new Tellings(now);
        List<AlertWrite> writes = new ArrayList<>();
        for (DueAlert one : due) {
            StoredAlert alert = one.alert();
            Restraint restraint = tellings.with(alert.rule(), one.restraint());
            writes.add(tellings.add(decide(alert, restraint, now)));
        }
        return writes;
    }

    private AlertWrite decide(StoredAlert alert, Restraint restraint, Instant now) {
        Rule rule = rules.apply(alert.rule());
        if (rule == null || alert.isClosed()) {
            return AlertWrite.quiet(alert.telling(alert.telling().silent()));
        }
        Telling telling = new Telling(rule, restraint, now);
        AlertWrite told = tell(alert, telling);
        // its escalation, if that is due as well, comes with the next look
        boolean waits = told.events().isEmpty() && alert.telling().escalation() != null;
        return waits ? telling.escalate(told.alert()) : told;
    }

    private static AlertWrite tell(StoredAlert alert, Telling telling) {
        if (alert.telling().next() == null) return AlertWrite.quiet(alert);
        StoredAlert free = alert.telling(alert.telling().next(null));
        if (!alert.hasNews()) return AlertWrite.quiet(free);
        return telling.tell(free, AlertBody.read(alert.body()), null, List.of());
    }
}
