package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept.
 *
 * @param code of a rule that was shipped with the product; null for a rule of the company
 * @param version one more with each edit
 * @param body JSON of what it watches and whom it tells
 */
public record StoredRule(
        long id, @Nullable String code, int version, String body, Instant updatedAt, String updatedBy) {}
