package huisheng.alert;

import huisheng.alert.rule.Rule;
import huisheng.store.AlertLog;
import huisheng.store.AlertState;
import huisheng.store.AlertWrite;
import huisheng.store.NewEvent;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with an alert. Each answers nothing where the alert stays as it is.
 *
 * @param by name of the person or key
 * @param comment without personal data
 */
public record Handling(String by, @Nullable String comment) {
    /**
     * Until its deadline nobody is reminded of it. Those who are told of the rule's alerts are told of that too.
     *
     * @param rule of the alert; null for one that is gone, or cannot be read: whom it tells is not known
     */
    public Optional<AlertWrite> acknowledge(Instant now, StoredAlert alert, @Nullable Rule rule) {
        if (alert.state() != AlertState.OPEN) return Optional.empty();
        StoredAlert taken = alert.handled(AlertState.ACKNOWLEDGED, null);
        return Optional.of(new AlertWrite(taken, log(now, "acknowledged"), told(now, taken, rule)));
    }

    private List<NewEvent> told(Instant now, StoredAlert taken, @Nullable Rule rule) {
        Instant muted = taken.mutedUntil();
        if (rule == null || !rule.isOn() || (muted != null && muted.isAfter(now))) return List.of();
        return List.of(Notices.acknowledged(taken, AlertBody.read(taken.body()), by, now, rule.targets()));
    }

    /** What the rule finds from now on is another alert. */
    public Optional<AlertWrite> close(Instant now, StoredAlert alert) {
        if (alert.isClosed()) return Optional.empty();
        return Optional.of(new AlertWrite(alert.handled(AlertState.CLOSED, now), log(now, "closed"), List.of()));
    }

    /** It is kept and grows, but nobody is told until then; at once where that has passed. */
    public Optional<AlertWrite> mute(Instant now, StoredAlert alert, Instant until) {
        if (alert.isClosed()) return Optional.empty();
        boolean ends = !until.isAfter(now);
        return Optional.of(
                new AlertWrite(alert.mutedUntil(ends ? null : until), log(now, ends ? "unmuted" : "muted"), List.of()));
    }

    private List<AlertLog> log(Instant now, String what) {
        return List.of(new AlertLog(now, what, by, comment));
    }
}
