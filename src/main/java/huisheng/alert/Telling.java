package huisheng.alert;

import huisheng.alert.rule.Escalation;
import huisheng.alert.rule.Immediate;
import huisheng.alert.rule.QuietHours;
import huisheng.alert.rule.Rule;
import huisheng.store.AlertLog;
import huisheng.store.AlertState;
import huisheng.store.AlertWrite;
import huisheng.store.NewEvent;
import huisheng.store.Restraint;
import huisheng.store.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an alert is told now or when it may be: not while it or its rule is muted, not within the cooldown, not more often
 * a day than the rule may, which never holds back the first level, and not in quiet hours, which do not either. One that
 * somebody has acknowledged grows in silence up to its deadline.
 */
record Telling(Rule rule, Restraint restraint, Instant now) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ESCALATED = "escalated";

    /**
     * The alert, told where it may be.
     *
     * @param log what has happened to it before
     */
    AlertWrite tell(StoredAlert alert, AlertBody body, @Nullable String said, List<AlertLog> log) {
        Instant until = heldUntil(alert);
        if (until != null)
            return new AlertWrite(alert.telling(alert.telling().next(waits(alert) ? until : null)), log, List.of());
        NewEvent event = Notices.told(alert, body, said, now, rule.targets());
        return write(
                event,
                alert.telling(alert.telling().told(alert.count(), now)),
                alert.telling(alert.telling().toldToNobody(now)),
                AlertLog.TOLD,
                log);
    }

    /** The alert, told to others where nobody has acknowledged it in time. */
    AlertWrite escalate(StoredAlert alert) {
        Escalation escalation = rule.escalation();
        if (escalation == null || alert.state() != AlertState.OPEN) return escalation(alert, null);
        Instant raised = alert.raised().at();
        Instant due = (raised.isAfter(now) ? now : raised).plus(escalation.after());
        Instant until = free(alert, latest(due, restraint.mutedUntil()));
        if (until != null) return escalation(alert, until);
        StoredAlert told = alert.telling(alert.telling().escalation(null));
        NewEvent event = Notices.escalated(told, AlertBody.read(alert.body()), now, escalation.targets());
        return write(event, told, told, ESCALATED, List.of());
    }

    private static AlertWrite escalation(StoredAlert alert, @Nullable Instant when) {
        return AlertWrite.quiet(alert.telling(alert.telling().escalation(when)));
    }

    private AlertWrite write(
            NewEvent event, StoredAlert heard, StoredAlert unheard, String what, List<AlertLog> before) {
        return new AlertWrite(
                heard,
                with(before, what),
                List.of(event),
                new AlertWrite(unheard, with(before, what + AlertLog.TO_NOBODY), List.of()));
    }

    private List<AlertLog> with(List<AlertLog> before, String what) {
        return Stream.concat(before.stream(), Stream.of(AlertLog.of(now, what))).toList();
    }

    /** A measure that is bad still is found again anyhow; one that has recovered is no news. */
    private boolean waits(StoredAlert alert) {
        return rule.when() instanceof Immediate || alert.telling().tried() == null;
    }

    private @Nullable Instant heldUntil(StoredAlert alert) {
        return free(alert, latest(cooled(alert), restraint.mutedUntil(), nextDay(alert), deadline(alert)));
    }

    /** The first moment from then on that is outside of quiet hours; null for now. */
    private @Nullable Instant free(StoredAlert alert, Instant from) {
        QuietHours quiet = rule.quietHours();
        Instant end = quiet == null || alert.level() == 1 ? null : quiet.end(from);
        Instant at = end == null ? from : end;
        return at.isAfter(now) ? at : null;
    }

    private Instant latest(@Nullable Instant... times) {
        return Stream.concat(Stream.of(now), Stream.of(times).filter(Objects::nonNull))
                .max(Instant::compareTo)
                .orElse(now);
    }

    private @Nullable Instant cooled(StoredAlert alert) {
        Instant tried = alert.telling().tried();
        return tried == null ? null : tried.plus(rule.cooldown());
    }

    /** When the first of the day's tellings no longer counts. */
    private @Nullable Instant nextDay(StoredAlert alert) {
        if (alert.level() == 1 || restraint.toldToday() < rule.maxPerDay()) return null;
        return Objects.requireNonNullElse(restraint.firstTold(), now).plus(DAY);
    }

    private @Nullable Instant deadline(StoredAlert alert) {
        if (alert.state() != AlertState.ACKNOWLEDGED) return null;
        Instant longest = now.plus(rule.within());
        Instant deadline = alert.raised().deadline();
        return deadline.isAfter(longest) ? longest : deadline;
    }
}
