package huisheng.review;

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
