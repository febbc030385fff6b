package huisheng.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Who does what, and by what it is told that it is done.
 *
 * @param criterion by which it is accepted, in words (验收标准)
 * @param goal the same as a measure; null where nothing is measured
 */
public record Work(
        @Nullable String owner,
        @Nullable String team,
        @Nullable String plan,
        @Nullable String criterion,
        @Nullable Goal goal) {
    Work handed(Given given) {
        return new Work(or(given.owner(), owner), or(given.team(), team), plan, criterion, goal);
    }

    Work with(Given given) {
        return new Work(
                or(given.owner(), owner),
                or(given.team(), team),
                or(given.plan(), plan),
                or(given.criterion(), criterion),
                or(given.goal(), goal));
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first != null ? first : second;
    }
}
