package huisheng.http;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That nobody wants to be told.
 *
 * @param until a time that has passed ends it
 */
record Silence(Instant until, @Nullable String comment) {
    private static final Duration LONGEST = Duration.ofDays(90);

    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    Silence {
        if (until == null) throw ProblemException.value("/until", "missing");
        Values.check("/comment", comment, AlertRoutes.MAX_COMMENT);
    }

    /** @throws ProblemException where it is farther ahead than a silence may last */
    static void check(Instant until, Instant now) {
        if (until.isAfter(now.plus(LONGEST))) throw ProblemException.value("/until", "mute", LONGEST.toDays());
    }
}
