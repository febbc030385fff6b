package huisheng.alert;

import huisheng.alert.rule.ActiveRule;
import huisheng.insight.ask.Wording;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found and an alert may become of.
 *
 * @param group within the rule
 * @param about what it rests on
 * @param where the values that it is about
 * @param since when it began
 * @param cause why, as far as figures tell; null where that was not asked
 * @param said words of the one review, for the notice alone; null for a measure
 * @param n reviews that it rests on
 * @param figures in order
 * @param evidence newest first
 * @param link path and query of the search for the reviews behind it
 * @param review the one review that it is about; null for a measure
 */
public record Candidate(
        ActiveRule rule,
        String group,
        Scope about,
        Map<Dimension, String> where,
        Instant since,
        Wording title,
        Wording text,
        @Nullable Wording cause,
        @Nullable String said,
        long n,
        Map<String, Object> figures,
        List<Proof> evidence,
        String link,
        @Nullable Long review,
        int version) {
    public Candidate {
        where = Map.copyOf(where);
        evidence = List.copyOf(evidence);
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }
}
