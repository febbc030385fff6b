package huisheng.insight.ask;

import huisheng.review.Dimension;
import huisheng.review.Fault;
import huisheng.review.Labelled;
import huisheng.review.Period;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something a question can be told besides its filter: one or two texts by name, read as a value that is valid or not
 * at all. Immutable.
 *
 * @param <T> what it is read as
 */
public final class Parameter<T> {
    private static final int MAX_TEXT = 1000;

    private final List<String> names;
    private final Map<String, Object> schema;
    private final Wording says;
    private final Function<Given, T> reader;

    /** The texts given for a parameter's names, null where none is. */
    @FunctionalInterface
    interface Given {
        @Nullable
        String text(String name);
    }

    private Parameter(List<String> names, Map<String, Object> schema, Wording says, Function<Given, T> reader) {
        this.names = names;
        this.schema = schema;
        this.says = says;
        this.reader = reader;
    }

    public static Parameter<Integer> integer(String name, int min, int max, int fallback, Wording says) {
        Map<String, Object> schema = schema("integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
        schema.put("default", fallback);
        return new Parameter<>(List.of(name), schema, says, given -> {
            String text = given.text(name);
            return text == null ? Integer.valueOf(fallback) : Integer.valueOf(number(name, text, min, max));
        });
    }

    private static int number(String name, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Fault(
                name + " 应是 " + min + " 到 " + max + " 的整数",
                name + " must be a whole number from " + min + " to " + max);
    }

    /** One of the labels of an enumeration. */
    public static <E extends Enum<E> & Labelled> Parameter<E> label(
            String name, Class<E> type, E fallback, Wording says) {
        Map<String, Object> schema = schema("string");
        schema.put(
                "enum",
                Arrays.stream(type.getEnumConstants()).map(Labelled::label).toList());
        schema.put("default", fallback.label());
        return new Parameter<>(List.of(name), schema, says, given -> {
            String text = given.text(name);
            return text == null ? fallback : Labelled.of(type, text);
        });
    }

    /** One of the given dimensions. */
    public static Parameter<Dimension> dimension(String name, List<Dimension> among, Dimension fallback, Wording says) {
        List<String> keys = among.stream().map(Dimension::key).toList();
        Map<String, Object> schema = schema("string");
        schema.put("enum", keys);
        schema.put("default", fallback.key());
        return new Parameter<>(List.of(name), schema, says, given -> {
            String text = given.text(name);
            return text == null ? fallback : dimension(name, text, keys);
        });
    }

    private static Dimension dimension(String name, String text, List<String> keys) {
        return Dimension.of(text)
                .filter(dimension -> keys.contains(dimension.key()))
                .orElseThrow(() -> new Fault(
                        name + " 应是 " + keys + " 之一，不是 “" + text + "”",
                        name + " must be one of " + keys + ", not '" + text + "'"));
    }

    /** Any text, blank where none is given. */
    public static Parameter<String> text(String name, Wording says) {
        Map<String, Object> schema = schema("string");
        schema.put("maxLength", MAX_TEXT);
        return new Parameter<>(List.of(name), schema, says, given -> {
            String text = given.text(name);
            if (text == null) return "";
            if (text.length() > MAX_TEXT) {
                throw new Fault(name + " 超过 " + MAX_TEXT + " 个字", name + " is longer than " + MAX_TEXT);
            }
            return text.strip();
        });
    }

    /** Up to {@code most} texts between commas, each once; none where none is given. */
    public static Parameter<List<String>> words(String name, int most, Wording says) {
        Map<String, Object> schema = schema("array");
        schema.put("items", Map.of("type", "string"));
        schema.put("maxItems", most);
        return new Parameter<>(List.of(name), schema, says, given -> {
            String text = given.text(name);
            List<String> words = text == null
                    ? List.of()
                    : Arrays.stream(text.split("[,，]"))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .distinct()
                            .toList();
            if (words.size() > most) throw new Fault(name + " 最多 " + most + " 个", name + " takes at most " + most);
            return words;
        });
    }

    /** Two points in time; empty where neither is given. */
    public static Parameter<Optional<Period>> period(String from, String until, Wording says) {
        Map<String, Object> schema = schema("string");
        schema.put("maxLength", 40);
        return new Parameter<>(List.of(from, until), schema, says, given -> {
            String start = given.text(from);
            String end = given.text(until);
            if (start == null && end == null) return Optional.empty();
            if (start == null || end == null) {
                throw new Fault(from + " 与 " + until + " 要一起给出", from + " and " + until + " belong together");
            }
            return Optional.of(new Period(instant(from, start, 0), instant(until, end, 1)));
        });
    }

    private static java.time.Instant instant(String name, String text, int days) {
        try {
            return Instants.parse(text, days);
        } catch (DateTimeException e) {
            throw new Fault(name + " 不是日期或带时区的时间", name + " is neither a date nor a time with its zone");
        }
    }

    private static Map<String, Object> schema(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    /** @throws huisheng.review.Fault where what was given is not valid */
    public T of(java.util.Map<String, String> given) {
        return read(given::get);
    }

    T read(Given given) {
        return reader.apply(given);
    }

    public List<String> names() {
        return names;
    }

    /** JSON Schema of each name's text. */
    public Map<String, Object> schema() {
        return java.util.Collections.unmodifiableMap(schema);
    }

    public Wording says() {
        return says;
    }
}
