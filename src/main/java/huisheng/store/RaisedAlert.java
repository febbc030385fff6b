package huisheng.store;

import huisheng.review.Scope;
import java.time.Instant;

/**
 * What stays of an alert as it was raised.
 *
 * @param group within its rule: while the alert is not closed, it takes up what the rule finds in the group
 * @param level 1 = act within 24 hours, 2 = 48, 3 = 72
 * @param about what it rests on; seen by those whose scope covers it
 * @param since when what it tells of began
 * @param deadline until when it is to be acted upon
 */
public record RaisedAlert(
        long id, long rule, String group, int level, Scope about, Instant since, Instant at, Instant deadline) {}
