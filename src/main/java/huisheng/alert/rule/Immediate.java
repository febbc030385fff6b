package huisheng.alert.rule;

import huisheng.review.IntentType;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about one review. All that is given must hold, and at least one of risk, rating, intents and influence must be
 * given.
 *
 * @param risk a danger that it announces
 * @param rating at most so many stars
 * @param intents any of them
 * @param influence of its writer
 * @param negative whether its words must be negative as a whole; without being told, true where stars or influence are asked
 * @param maxAge a review written longer ago raises nothing: it was imported, or read anew
 */
public record Immediate(
        @Nullable RiskTest risk,
        @Nullable Integer rating,
        Set<IntentType> intents,
        @Nullable Influence influence,
        @Nullable Boolean negative,
        Duration maxAge)
        implements Condition {
    private static final Duration MAX_AGE = Duration.ofDays(7);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Immediate {
        if (rating != null) Check.range("when.rating", rating, 1, 5);
        intents = intents == null ? Set.of() : Set.copyOf(intents);
        maxAge = Check.range("when.maxAge", maxAge, Duration.ofHours(1), Duration.ofDays(3650), MAX_AGE);
        if (negative == null) negative = rating != null || influence != null;
        Check.that(
                risk != null || rating != null || !intents.isEmpty() || influence != null,
                "when 里至少要有 risk、rating、intents、influence 之一",
                "when needs at least one of risk, rating, intents, influence");
    }

    boolean mustBeNegative() {
        return Boolean.TRUE.equals(negative);
    }
}
