package huisheng.alert.rule;

import java.time.Duration;
import java.util.Set;

/**
 * Whom to tell when nobody has acknowledged.
 *
 * @param after the alert was raised
 * @param targets names of targets; empty for all that subscribe to escalations
 */
public record Escalation(Duration after, Set<String> targets) {
    @SuppressWarnings("NullAway") // what JSON leaves out arrives as null
    public Escalation {
        Check.given("escalation.after", after);
        after = Check.range("escalation.after", after, Duration.ofMinutes(5), Duration.ofDays(7), Duration.ofHours(4));
        targets = targets == null ? Set.of() : Set.copyOf(targets);
        Check.values("escalation.targets", targets, Rule.MAX_TARGETS);
    }
}
