package huisheng.alert;

import huisheng.store.AlertLog;
import huisheng.store.AlertState;
import huisheng.store.AlertWrite;
import huisheng.store.StoredAlert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person does with an alert. Each answers nothing where the alert stays as it is.
 *
 * @param by name of the person or key
 */
public record Handling(String by, @Nullable String comment, Instant now) {
    /** From now on nobody is reminded of it. */
    public Optional<AlertWrite> acknowledge(StoredAlert alert) {
        if (alert.state() != AlertState.OPEN) return Optional.empty();
        StoredAlert taken = Standing.handled(alert, AlertState.ACKNOWLEDGED, null);
        var event = Notices.acknowledged(taken, AlertBody.read(alert.body()), by, now, Set.of());
        return Optional.of(new AlertWrite(taken, List.of(log("acknowledged")), List.of(event)));
    }

    /** What the rule finds from now on is another alert. */
    public Optional<AlertWrite> close(StoredAlert alert) {
        if (alert.isClosed()) return Optional.empty();
        StoredAlert closed = Standing.handled(alert, AlertState.CLOSED, now);
        return Optional.of(new AlertWrite(closed, List.of(log("closed")), List.of()));
    }

    /** It is kept and grows, but nobody is told until then. */
    public Optional<AlertWrite> mute(StoredAlert alert, Instant until) {
        if (alert.isClosed()) return Optional.empty();
        return Optional.of(new AlertWrite(Standing.muted(alert, until), List.of(log("muted")), List.of()));
    }

    private AlertLog log(String what) {
        return new AlertLog(now, what, by, comment);
    }
}
