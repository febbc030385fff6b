package huisheng.store;

import java.util.UUID;

/**
 * A rule that this process alone evaluates, as long as its lease lasts.
 *
 * @param failures how often in a row that could not be done
 */
public record ClaimedRule(StoredRule rule, UUID lease, int failures) {}
