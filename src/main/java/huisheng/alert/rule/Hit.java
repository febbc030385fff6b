package huisheng.alert.rule;

/**
 * That a review matches a rule.
 *
 * @param start of what shows it, a UTF-16 offset into the masked text, like {@code end}
 */
public record Hit(ActiveRule rule, int start, int end) {}
