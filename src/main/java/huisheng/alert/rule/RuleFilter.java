package huisheng.alert.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a rule is about. The period comes from the rule itself.
 *
 * @param query in the search language; not for rules about single reviews
 */
public record RuleFilter(Map<Dimension, Set<String>> in, String query, Noise noise) {
    public static final RuleFilter ALL = new RuleFilter(Map.of(), "", Noise.EXCLUDE);

    private static final int MAX_VALUES = 200;
    private static final int MAX_QUERY = 500;

    @JsonCreator
    public RuleFilter(@Nullable Map<Dimension, Set<String>> in, @Nullable String query, @Nullable Noise noise) {
        Map<Dimension, Set<String>> values = in == null ? Map.of() : in;
        values.forEach((dimension, set) -> {
            String field = "filter.in." + dimension.key();
            Check.that(set != null && !set.isEmpty(), field + " 不能为空", field + " must not be empty");
            Check.values(field, set, MAX_VALUES);
        });
        this.in = new Filter(null, values, "", Noise.EXCLUDE).in();
        this.query = query == null || query.isBlank() ? "" : Check.text("filter.query", query, MAX_QUERY);
        this.noise = noise == null ? Noise.EXCLUDE : noise;
    }

    /** For all time. */
    public Filter filter() {
        return new Filter(null, in, query, noise);
    }
}
