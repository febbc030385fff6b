package huisheng.store;

import java.util.UUID;

/** A rule that this process alone evaluates, as long as its lease lasts. */
public record ClaimedRule(StoredRule rule, UUID lease) {}
