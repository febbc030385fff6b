package huisheng.http;

import huisheng.insight.ask.Instants;
import huisheng.review.Dimension;
import huisheng.review.Filter;
import huisheng.review.FollowupOutcome;
import huisheng.review.IntentType;
import huisheng.review.Labelled;
import huisheng.review.Noise;
import huisheng.review.NoiseType;
import huisheng.review.Period;
import huisheng.review.ReviewKind;
import huisheng.review.RiskType;
import huisheng.review.SentimentLabel;
import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query string as a filter. Which parameters there are, and how often, the {@link Contract} has checked before;
 * here their values get their meaning.
 */
final class FilterParams {
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MAX_VALUES = 100;
    private static final int MAX_VALUE = 200;

    private FilterParams() {}

    static Filter filter(MultiMap query) {
        Map<Dimension, Set<String>> in = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Set<String> values = values(query, parameter(dimension));
            values.forEach(value -> check(dimension, value));
            if (!values.isEmpty()) in.put(dimension, values);
        }
        String noise = query.get("noise");
        return new Filter(
                period(query, "from", "until"),
                in,
                text(query, "q"),
                noise == null ? Noise.EXCLUDE : Labelled.of(Noise.class, noise));
    }

    /** {@code noise} asks whether noise counts at all, so the dimension of that name has another. */
    static String parameter(Dimension dimension) {
        return dimension == Dimension.NOISE ? "noiseType" : dimension.key();
    }

    private static void check(Dimension dimension, String value) {
        List<String> labels = labels(dimension);
        if (labels.isEmpty() || labels.contains(value)) return;
        if (dimension == Dimension.RATING) throw ProblemException.parameter("rating", "integer", 1, 5);
        throw ProblemException.parameter(parameter(dimension), "enum", String.join(", ", labels));
    }

    /** All values that there can be in the dimension; empty where they are not ours to name. */
    static List<String> labels(Dimension dimension) {
        return switch (dimension) {
            case KIND -> labels(ReviewKind.values());
            case SENTIMENT -> labels(SentimentLabel.values());
            case INTENT -> labels(IntentType.values());
            case RISK -> labels(RiskType.values());
            case NOISE -> labels(NoiseType.values());
            case FOLLOWUP -> labels(FollowupOutcome.values());
            case RATING -> List.of("1", "2", "3", "4", "5");
            default -> List.of();
        };
    }

    private static List<String> labels(Labelled[] constants) {
        return Arrays.stream(constants).map(Labelled::label).toList();
    }

    /** Null where neither is given; a missing {@code from} is 1970, a missing {@code until} the next full hour. */
    static @Nullable Period period(MultiMap query, String from, String until) {
        String first = query.get(from);
        String last = query.get(until);
        if (first == null && last == null) return null;
        Instant start = first == null ? Period.BEGINNING : time(from, first, 0);
        Instant end = last == null ? Instants.nextHour(Instant.now()) : time(until, last, 1);
        if (!start.isBefore(end)) throw ProblemException.parameter(from, "period");
        return new Period(start, end);
    }

    /** A time, or the start of a date; of the day after it where a period ends with that date. */
    private static Instant time(String name, String value, int days) {
        try {
            Instant time = Instants.parse(value, days);
            if (time.isBefore(Period.BEGINNING.minus(Duration.ofDays(1))) || time.isAfter(LAST)) {
                throw ProblemException.parameter(name, "time");
            }
            return time;
        } catch (DateTimeException e) {
            throw ProblemException.parameter(name, "time");
        }
    }

    static String text(MultiMap query, String name) {
        String value = query.get(name);
        return value == null ? "" : clean(name, value);
    }

    private static String clean(String name, String value) {
        if (!ItemReader.keepable(value)) throw ProblemException.parameter(name, "character");
        return value;
    }

    /** Values given by repeating the parameter or by commas, each once, in order. */
    static Set<String> values(MultiMap query, String name) {
        Set<String> values = new LinkedHashSet<>();
        for (String given : query.getAll(name)) {
            for (String value : given.split(",", -1)) {
                if (value.isBlank()) throw ProblemException.parameter(name, "empty");
                if (value.length() > MAX_VALUE) throw ProblemException.parameter(name, "long", MAX_VALUE);
                values.add(clean(name, value.strip()));
                if (values.size() > MAX_VALUES) throw ProblemException.parameter(name, "many", MAX_VALUES);
            }
        }
        return values;
    }

    static int integer(MultiMap query, String name, int absent) {
        String value = query.get(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    static List<Dimension> dimensions(MultiMap query, String name) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String key : values(query, name)) dimensions.add(dimension(name, key));
        return dimensions;
    }

    static Dimension dimension(String name, String key) {
        return Dimension.of(key)
                .filter(dimension -> dimension != Dimension.AUTHOR)
                .orElseThrow(() -> ProblemException.parameter(
                        name,
                        "enum",
                        String.join(
                                ", ",
                                Arrays.stream(Dimension.values())
                                        .filter(dimension -> dimension != Dimension.AUTHOR)
                                        .map(Dimension::key)
                                        .toList())));
    }
}
