package huisheng.alert;

import huisheng.store.AlertState;
import huisheng.store.StoredAlert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Alerts with some of their parts replaced. */
final class Standing {
    private Standing() {}

    static StoredAlert told(StoredAlert alert, Instant now) {
        return times(alert, alert.told() + 1, now, null, alert.escalateAt());
    }

    static StoredAlert tellAt(StoredAlert alert, @Nullable Instant when) {
        return times(alert, alert.told(), alert.toldAt(), when, alert.escalateAt());
    }

    static StoredAlert escalateAt(StoredAlert alert, @Nullable Instant when) {
        return times(alert, alert.told(), alert.toldAt(), alert.tellAt(), when);
    }

    private static StoredAlert times(
            StoredAlert alert,
            int told,
            @Nullable Instant toldAt,
            @Nullable Instant tellAt,
            @Nullable Instant escalateAt) {
        return new StoredAlert(
                alert.id(),
                alert.rule(),
                alert.group(),
                alert.level(),
                alert.state(),
                alert.about(),
                alert.since(),
                alert.raisedAt(),
                alert.deadline(),
                alert.lastSeen(),
                alert.count(),
                told,
                toldAt,
                tellAt,
                escalateAt,
                alert.closedAt(),
                alert.mutedUntil(),
                alert.body());
    }

    /** Found so many times more. */
    static StoredAlert grown(StoredAlert alert, long more, Instant now, @Nullable Instant mutedUntil, String body) {
        return new StoredAlert(
                alert.id(),
                alert.rule(),
                alert.group(),
                alert.level(),
                alert.state(),
                alert.about(),
                alert.since(),
                alert.raisedAt(),
                alert.deadline(),
                now,
                alert.count() + more,
                alert.told(),
                alert.toldAt(),
                alert.tellAt(),
                alert.escalateAt(),
                alert.closedAt(),
                mutedUntil,
                body);
    }

    /** Handled: whoever has taken it is no more reminded. */
    static StoredAlert handled(StoredAlert alert, AlertState state, @Nullable Instant closedAt) {
        return new StoredAlert(
                alert.id(),
                alert.rule(),
                alert.group(),
                alert.level(),
                state,
                alert.about(),
                alert.since(),
                alert.raisedAt(),
                alert.deadline(),
                alert.lastSeen(),
                alert.count(),
                alert.told(),
                alert.toldAt(),
                null,
                null,
                closedAt,
                alert.mutedUntil(),
                alert.body());
    }

    static StoredAlert muted(StoredAlert alert, Instant until) {
        return grown(alert, 0, alert.lastSeen(), until, alert.body());
    }
}
