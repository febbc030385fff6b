package huisheng.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which reviews a question is about: all conditions hold, and within a dimension any of its values does.
 *
 * @param period by {@link Review#writtenAt}; null for all time
 * @param query text in the search language of the index, empty for none
 */
public record Filter(@Nullable Period period, Map<Dimension, Set<String>> in, String query, Noise noise) {
    public static final Filter NONE = new Filter(null, Map.of(), "", Noise.EXCLUDE);

    public Filter {
        in = Dimensions.copy(in);
    }

    /** Whether the review fulfils every condition but that on its text, which only an index can judge. */
    public boolean admits(AnalysedReview analysed) {
        boolean noisy = !analysed.analysis().noise().isEmpty();
        if (noise != Noise.INCLUDE && noisy != (noise == Noise.ONLY)) return false;
        if (period != null && !period.contains(analysed.review().writtenAt())) return false;
        return in.entrySet().stream().allMatch(entry -> has(analysed, entry.getKey(), entry.getValue()));
    }

    private static boolean has(AnalysedReview analysed, Dimension dimension, Set<String> wanted) {
        return !Collections.disjoint(DimensionValues.of(analysed, dimension), wanted)
                || !Collections.disjoint(DimensionValues.aliases(analysed, dimension), wanted);
    }

    public Filter during(Period other) {
        return new Filter(other, in, query, noise);
    }

    public Filter with(Noise other) {
        return new Filter(period, in, query, other);
    }

    public Filter with(Dimension dimension, Set<String> values) {
        Map<Dimension, Set<String>> more = new EnumMap<>(Dimension.class);
        more.putAll(in);
        more.put(dimension, values);
        return new Filter(period, more, query, noise);
    }
}
