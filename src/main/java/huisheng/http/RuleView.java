package huisheng.http;

import huisheng.alert.rule.Rule;
import huisheng.store.RuleMute;
import huisheng.store.StoredRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is told.
 *
 * @param code of a shipped rule
 * @param version also its ETag
 * @param mutedUntil null where its alerts are told
 * @param mutedBy by whom it was muted
 */
public record RuleView(
        long id,
        @Nullable String code,
        boolean shipped,
        int version,
        Rule rule,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant mutedUntil,
        @Nullable String mutedBy) {
    static RuleView of(StoredRule stored) {
        return of(stored, Rule.read(stored.body()));
    }

    static RuleView of(StoredRule stored, Rule rule) {
        RuleMute mute = stored.mute();
        return new RuleView(
                stored.id(),
                stored.code(),
                stored.code() != null,
                stored.version(),
                rule,
                stored.updatedAt(),
                stored.updatedBy(),
                mute == null ? null : mute.until(),
                mute == null ? null : mute.by());
    }

    RuleView withoutTargets() {
        return new RuleView(
                id, code, shipped, version, rule.withoutTargets(), updatedAt, updatedBy, mutedUntil, mutedBy);
    }
}
