package huisheng.index;

import huisheng.review.Dimension;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Single reviews of a selection, for what cannot be counted: who says what together with what.
 *
 * @param total reviews that were asked for; exact
 * @param sample all of them, or as many as may be, drawn by a hash of their ids: each is as likely as any other, whenever it
 *     was written, and the same data give the same sample; newest first, of two of one time the later id
 */
public record Voices(long total, List<Voice> sample) {
    /** Reviews that can be asked for at once. */
    public static final int MOST = 20_000;

    public Voices {
        sample = List.copyOf(sample);
    }

    /**
     * What is asked for.
     *
     * @param having reviews with any of these values in any of these dimensions, an empty set standing for every value; an
     *     empty map for all reviews
     * @param dimensions whose values are read
     * @param passages dimensions whose places in the text are read: it costs as much as a quote for each review
     * @param limit at most {@value #MOST}
     */
    public record Of(
            Map<Dimension, Set<String>> having, List<Dimension> dimensions, List<Dimension> passages, int limit) {
        public Of {
            having = Map.copyOf(having);
            dimensions = List.copyOf(dimensions);
            passages = List.copyOf(passages);
            if (limit < 1 || limit > MOST) throw new IllegalArgumentException("1 to " + MOST + ", not " + limit);
        }
    }

    /**
     * @param values by the dimensions asked for, in order, where there are any
     * @param passages in the order in which they were found
     */
    public record Voice(long id, Map<Dimension, List<String>> values, List<Passage> passages) {
        public Voice {
            Map<Dimension, List<String>> copy = new EnumMap<>(Dimension.class);
            values.forEach((dimension, all) -> copy.put(dimension, List.copyOf(all)));
            values = java.util.Collections.unmodifiableMap(copy);
            passages = List.copyOf(passages);
        }

        /** None where it has none, or the dimension was not asked for. */
        public List<String> of(Dimension dimension) {
            return values.getOrDefault(dimension, List.of());
        }
    }

    /** @param said the place of the value, and the clause around it */
    public record Passage(Dimension dimension, String value, Quote said) {}
}
