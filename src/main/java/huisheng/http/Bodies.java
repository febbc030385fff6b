package huisheng.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import huisheng.review.Dimension;
import huisheng.review.Scope;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the bodies of tickets, cases and procedures are checked by. */
final class Bodies {
    static final int TITLE = 200;
    static final int NAME = 100;
    static final int TEXT = 8_000;
    private static final int MAX_VALUES = 500;
    private static final int MAX_VALUE = 200;
    private static final int MAX_REVIEWS = 200;
    private static final String TYPE = "[a-z][a-z0-9-]{0,39}";

    private Bodies() {}

    @CanIgnoreReturnValue
    static String needed(String pointer, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) throw ProblemException.value(pointer, "missing");
        Values.check(pointer, text, longest);
        return text.strip();
    }

    /** Null where it is absent; blank is refused, as it would look like something. */
    static @Nullable String optional(String pointer, @Nullable String text, int longest) {
        if (text == null) return null;
        if (text.isBlank()) throw ProblemException.value(pointer, "empty");
        Values.check(pointer, text, longest);
        return text.strip();
    }

    /** A type of case. */
    static @Nullable String type(@Nullable String type) {
        if (type != null && !type.matches(TYPE)) throw ProblemException.value("/type", "pattern");
        return type;
    }

    @CanIgnoreReturnValue
    static int within(String pointer, int number, int least, int most) {
        if (number < least || number > most) throw ProblemException.value(pointer, "integer", least, most);
        return number;
    }

    static Set<Long> reviews(@Nullable Set<Long> reviews) {
        if (reviews == null) return Set.of();
        if (reviews.size() > MAX_REVIEWS) throw ProblemException.value("/reviews", "many", MAX_REVIEWS);
        if (reviews.contains(null)) throw ProblemException.value("/reviews", "empty");
        return Set.copyOf(reviews);
    }

    static @Nullable Map<Dimension, Set<String>> about(@Nullable Map<Dimension, Set<String>> about) {
        if (about == null) return null;
        about.forEach((dimension, values) -> {
            if (!Scope.DIMENSIONS.contains(dimension)) throw scope(dimension);
            values("/about/" + dimension.key(), values);
        });
        return about;
    }

    private static ProblemException scope(Dimension dimension) {
        String allowed = Scope.DIMENSIONS.stream().map(Dimension::key).collect(Collectors.joining(", "));
        return ProblemException.value("/about/" + dimension.key(), "scope", allowed);
    }

    @CanIgnoreReturnValue
    static Set<String> values(String pointer, @Nullable Set<String> values) {
        if (values == null || values.isEmpty()) throw ProblemException.value(pointer, "empty");
        if (values.size() > MAX_VALUES) throw ProblemException.value(pointer, "many", MAX_VALUES);
        for (String value : values) {
            if (value == null || value.isBlank()) throw ProblemException.value(pointer, "empty");
            Values.check(pointer, value, MAX_VALUE);
        }
        return new TreeSet<>(values);
    }
}
