package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;

/**
 * An alert as it was raised. What it rests on, its level and its deadline follow its rule where that is edited while the
 * alert takes up what is found, though only to the wider, graver and earlier.
 *
 * @param group within its rule: while the alert is not closed, it takes up what the rule finds in the group
 * @param level 1 = act within 24 hours, 2 = 48, 3 = 72
 * @param about what it rests on; seen by those whose scope covers it
 * @param since when what it tells of began
 * @param deadline until when it is to be acted upon
 */
public record RaisedAlert(
        long id, long rule, String group, int level, Scope about, Instant since, Instant at, Instant deadline) {
    RaisedAlert about(Scope more) {
        return new RaisedAlert(id, rule, group, level, about.wider(more), since, at, deadline);
    }

    RaisedAlert atLeast(int other, Instant until) {
        if (other >= level) return this;
        Instant earlier = until.isBefore(deadline) ? until : deadline;
        return new RaisedAlert(id, rule, group, other, about, since, at, earlier);
    }
}
