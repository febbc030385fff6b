package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept.
 *
 * @param group within its rule: while this alert is not closed, it takes up what the rule finds in the group
 * @param level 1 = act within 24 hours, 2 = 48, 3 = 72
 * @param about what it rests on; seen by those whose scope covers it
 * @param since when what it tells of began
 * @param count how often the rule has found it
 * @param told how often it was told outside, the last time at {@code toldAt}
 * @param tellAt when it is told next, where it was held back; null where nothing waits
 * @param escalateAt when others are told, unless it is acknowledged before; null where nobody is
 * @param mutedUntil where its group or its rule is muted
 * @param body JSON of its words, figures and evidence
 */
public record StoredAlert(
        long id,
        long rule,
        String group,
        int level,
        AlertState state,
        Scope about,
        Instant since,
        Instant raisedAt,
        Instant deadline,
        Instant lastSeen,
        long count,
        int told,
        @Nullable Instant toldAt,
        @Nullable Instant tellAt,
        @Nullable Instant escalateAt,
        @Nullable Instant closedAt,
        @Nullable Instant mutedUntil,
        String body) {
    public boolean isClosed() {
        return state == AlertState.CLOSED;
    }

    public boolean isMuted(Instant now) {
        return mutedUntil != null && now.isBefore(mutedUntil);
    }
}
