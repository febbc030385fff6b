package huisheng.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a rule's group when the rule has found something there. Locked until that is decided.
 *
 * @param id for a new alert
 * @param fresh the matches that were not there before, as indexes into those given; at least one
 * @param last the newest alert of the group, closed or not
 */
public record AlertStanding(
        long id,
        long rule,
        String group,
        List<Integer> fresh,
        @Nullable StoredAlert last,
        Restraint restraint) {
    public AlertStanding {
        fresh = List.copyOf(fresh);
    }
}
