package huisheng.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is kept.
 *
 * @param code of a rule that was shipped with the product; null for a rule of the company
 * @param version one more with each edit
 * @param body JSON of what it watches and whom it tells
 * @param mute as it stood when the rule was read; null where there is none. Kept with the mutes, not here
 */
public record StoredRule(
        long id,
        @Nullable String code,
        int version,
        String body,
        Instant updatedAt,
        String updatedBy,
        @Nullable RuleMute mute) {}
