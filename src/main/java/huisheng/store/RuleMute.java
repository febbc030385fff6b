package huisheng.store;

import java.time.Instant;

/**
 * That nobody is told of any alert of a rule.
 *
 * @param by name of the person or key
 */
public record RuleMute(Instant until, String by) {}
