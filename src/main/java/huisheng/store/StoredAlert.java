package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept.
 *
 * @param count how often the rule has found it, the last time at {@code lastSeen}
 * @param closedAt null while it is not closed
 * @param mutedUntil of its group or its rule, when it was read; kept with the mutes, not here
 * @param body JSON of its words, figures and evidence
 */
public record StoredAlert(
        RaisedAlert raised,
        AlertState state,
        Instant lastSeen,
        long count,
        AlertTelling telling,
        @Nullable Instant closedAt,
        @Nullable Instant mutedUntil,
        String body) {
    public long id() {
        return raised.id();
    }

    public long rule() {
        return raised.rule();
    }

    public String group() {
        return raised.group();
    }

    public int level() {
        return raised.level();
    }

    public Scope about() {
        return raised.about();
    }

    public boolean isClosed() {
        return state == AlertState.CLOSED;
    }

    /** Whether the rule has found more since people were told. */
    public boolean hasNews() {
        return count > telling.count();
    }

    /**
     * Found so many times more.
     *
     * @param about what that rests on: the rule may have been edited since, and who must not see the one may not see both
     */
    public StoredAlert found(long more, Scope about, Instant now, String newBody) {
        return new StoredAlert(raised.about(about), state, now, count + more, telling, closedAt, mutedUntil, newBody);
    }

    /** As urgent as that, unless it is graver already. */
    public StoredAlert atLeast(int level, Instant deadline) {
        return new StoredAlert(
                raised.atLeast(level, deadline), state, lastSeen, count, telling, closedAt, mutedUntil, body);
    }

    /** Whoever has taken or closed it is no more reminded. */
    public StoredAlert handled(AlertState by, @Nullable Instant closed) {
        return new StoredAlert(raised, by, lastSeen, count, telling.silent(), closed, mutedUntil, body);
    }

    public StoredAlert telling(AlertTelling now) {
        return new StoredAlert(raised, state, lastSeen, count, now, closedAt, mutedUntil, body);
    }

    public StoredAlert mutedUntil(@Nullable Instant until) {
        return new StoredAlert(raised, state, lastSeen, count, telling, closedAt, until, body);
    }

    /** The same by a clock that may have been set back: nothing has happened later than now. */
    public StoredAlert notAfter(Instant now) {
        Instant seen = lastSeen.isAfter(now) ? now : lastSeen;
        Instant closed = AlertTelling.earlier(now, closedAt);
        return new StoredAlert(raised, state, seen, count, telling.notAfter(now), closed, mutedUntil, body);
    }
}
