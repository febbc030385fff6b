package huisheng.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a person says with a step; what is null stays as it was.
 *
 * @param level 1 to 3
 * @param reason why, for the history
 */
public record Given(
        @Nullable String owner,
        @Nullable String team,
        @Nullable String plan,
        @Nullable String criterion,
        @Nullable Goal goal,
        @Nullable Integer level,
        @Nullable String reason) {
    public static final Given NOTHING = new Given(null, null, null, null, null, null, null);
}
