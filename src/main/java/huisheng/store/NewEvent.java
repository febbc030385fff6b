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
 * @param quote null where no review is quoted
 */
public record NewEvent(
        String key,
        String type,
        @Nullable Integer level,
        Scope about,
        String body,
        Set<String> targets,
        @Nullable Quote quote) {
    public NewEvent {
        targets = Set.copyOf(targets);
    }

    public NewEvent(String key, String type, @Nullable Integer level, Scope about, String body, Set<String> targets) {
        this(key, type, level, about, body, targets, null);
    }

    /**
     * What a review says and the body repeats: of {@code review.matched} the body is about nothing else, of all others
     * its field {@code said} alone. Told only for as long as the review says it.
     *
     * @param words as they are in the review's text, a line break as a blank
     */
    public record Quote(long review, String words) {}

    public NewEvent quoting(long review, String words) {
        return new NewEvent(key, type, level, about, body, targets, new Quote(review, words));
    }
}
