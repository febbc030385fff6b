package huisheng.store;

import org.jspecify.annotations.Nullable;

/**
 * That a rule has found something.
 *
 * @param review the one review that it is about, and the {@code version} of its text; null for a measure of many
 */
public record AlertMatch(long rule, String group, @Nullable Long review, int version) {}
