package huisheng.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule's group when the rule has found something there. Locked until that is decided.
 *
 * @param id for a new alert
 * @param fresh the matches that were not there before, as indexes into those given; at least one
 * @param last the newest alert of the group, closed or not
 * @param mutedUntil where the group or the whole rule is muted
 * @param toldToday how often alerts of the rule were told within the last 24 hours
 */
public record AlertStanding(
        long id,
        long rule,
        String group,
        List<Integer> fresh,
        @Nullable StoredAlert last,
        @Nullable Instant mutedUntil,
        long toldToday) {
    public AlertStanding {
        fresh = List.copyOf(fresh);
    }
}
