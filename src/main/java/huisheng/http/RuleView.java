package huisheng.http;

import huisheng.alert.rule.Rule;
import huisheng.store.StoredRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is told.
 *
 * @param code of a shipped rule
 * @param version also its ETag
 */
public record RuleView(
        long id, @Nullable String code, boolean shipped, int version, Rule rule, Instant updatedAt, String updatedBy) {
    static RuleView of(StoredRule stored) {
        return new RuleView(
                stored.id(),
                stored.code(),
                stored.code() != null,
                stored.version(),
                Rule.read(stored.body()),
                stored.updatedAt(),
                stored.updatedBy());
    }
}
