package huisheng.ticket;

import huisheng.insight.BeforeAfter;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.Noise;
import huisheng.review.Period;
import huisheng.review.Scope;
import huisheng.review.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The measure that should become better, and on which reviews it is read. Before and after it they are those of as many
 * days on either side of the implementation.
 *
 * @param measure a measure of pilots, for example {@code negative}
 * @param aspect whose opinions alone are meant; null for the whole reviews
 * @param in values by dimension, beside what the ticket is about
 * @param q text in the search language
 * @param control the same where nothing was done, whose change is taken off; null for none. Of a dimension that it names
 *     its values stand in place of those of {@code in}
 * @param days 7 to 365
 */
public record Goal(
        String measure,
        @Nullable String aspect,
        Map<Dimension, Set<String>> in,
        @Nullable String q,
        @Nullable Map<Dimension, Set<String>> control,
        int days) {
    public static final int MIN_DAYS = 7;
    public static final int MAX_DAYS = 365;
    public static final int DEFAULT_DAYS = 30;

    public Goal {
        in = sorted(in);
        control = control == null ? null : sorted(control);
    }

    private static Map<Dimension, Set<String>> sorted(Map<Dimension, Set<String>> values) {
        Map<Dimension, Set<String>> sorted = new TreeMap<>();
        values.forEach((dimension, set) -> sorted.put(dimension, new TreeSet<>(set)));
        return java.util.Collections.unmodifiableMap(sorted);
    }

    /**
     * What is asked once the plan is carried out. Of the reviews that the ticket is about and no others, those of the
     * control included, so that everyone who sees the ticket may see the figures.
     */
    BeforeAfter.Wanted wanted(Scope about, Instant done, Instant now) {
        Duration length = Duration.ofDays(days);
        Instant end = done.plus(length);
        return new BeforeAfter.Wanted(
                measure,
                aspect == null ? "" : aspect,
                selection(about, in),
                control == null ? null : selection(about, over(in, control)),
                new Period(done.minus(length), done),
                new Period(done, end.isBefore(now) ? end : now));
    }

    private Selection selection(Scope about, Map<Dimension, Set<String>> values) {
        return new Selection(about, new Filter(null, values, q == null ? "" : q, Noise.EXCLUDE));
    }

    private static Map<Dimension, Set<String>> over(
            Map<Dimension, Set<String>> in, Map<Dimension, Set<String>> control) {
        Map<Dimension, Set<String>> both = new EnumMap<>(Dimension.class);
        both.putAll(in);
        both.putAll(control);
        return both;
    }
}
