package huisheng.http;

import java.time.Instant;

/**
 * That nobody wants to be told of a rule's alerts. It takes no comment: a rule has no log that could keep one.
 *
 * @param until a time that has passed ends it
 */
record RuleSilence(Instant until) {
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    RuleSilence {
        if (until == null) throw ProblemException.value("/until", "missing");
    }
}
