package huisheng.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a person says with a step; what is null stays as it was.
 *
 * @param plan with a plan, like {@code criterion} and {@code goal}, and with no other step
 * @param level to regrade, 1 to 3
 * @param reason why, for the history
 * @param title what the ticket is about in other words, to edit it, like {@code problem} and {@code type}
 */
public record Given(
        @Nullable String owner,
        @Nullable String team,
        @Nullable String plan,
        @Nullable String criterion,
        @Nullable Goal goal,
        @Nullable Integer level,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String problem,
        @Nullable String type) {
    public static final Given NOTHING = new Given(null, null, null, null, null, null, null);

    /** With nothing said about the words of the ticket. */
    public Given(
            @Nullable String owner,
            @Nullable String team,
            @Nullable String plan,
            @Nullable String criterion,
            @Nullable Goal goal,
            @Nullable Integer level,
            @Nullable String reason) {
        this(owner, team, plan, criterion, goal, level, reason, null, null, null);
    }

    boolean words() {
        return title != null || problem != null || type != null;
    }
}
