package huisheng.store;

import huisheng.review.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told outside.
 *
 * @param key names it for ever: the same key is told once ({@code alert:17:raised}, {@code ticket:5:3})
 * @param type for example {@code alert.raised}, {@code ticket.changed}, {@code review.matched}
 * @param level 1 to 3, null where it has none
 * @param about what it is about; a target whose own scope does not cover it is left out
 * @param body JSON of a notice; put into words for its target when it is sent
 * @param targets names of targets; empty for every target that subscribes to the type and level
 */
public record NewEvent(
        String key, String type, @Nullable Integer level, Scope about, String body, Set<String> targets) {
    public NewEvent {
        targets = Set.copyOf(targets);
    }
}
