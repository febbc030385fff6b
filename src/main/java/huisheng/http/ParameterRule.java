package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says of one query parameter.
 *
 * @param many it may be repeated
 * @param labels the only values, empty for any
 * @param integer a whole number from {@code minimum} to {@code maximum}
 */
record ParameterRule(
        String name,
        boolean required,
        boolean many,
        boolean integer,
        int minimum,
        int maximum,
        int maxLength,
        @Nullable Pattern pattern,
        List<String> labels) {
    private static final int MAX_LENGTH = 20_000;

    static ParameterRule of(String name, boolean required, JsonNode schema) {
        List<String> labels = new ArrayList<>();
        schema.path("enum").forEach(label -> labels.add(label.asText()));
        JsonNode pattern = schema.path("pattern");
        return new ParameterRule(
                name,
                required,
                schema.path("type").asText().equals("array"),
                schema.path("type").asText().equals("integer"),
                schema.path("minimum").asInt(Integer.MIN_VALUE),
                schema.path("maximum").asInt(Integer.MAX_VALUE),
                schema.path("maxLength").asInt(MAX_LENGTH),
                pattern.isTextual() ? Pattern.compile(pattern.asText()) : null,
                List.copyOf(labels));
    }

    void check(List<String> values) {
        if (!many && values.size() > 1) throw ProblemException.parameter(name, "once");
        values.forEach(this::check);
    }

    private void check(String value) {
        if (value.length() > maxLength) throw ProblemException.parameter(name, "long", maxLength);
        if (integer && !isInteger(value)) throw ProblemException.parameter(name, "integer", minimum, maximum);
        if (!labels.isEmpty() && !labels.contains(value)) {
            throw ProblemException.parameter(name, "enum", String.join(", ", labels));
        }
        if (pattern != null && !pattern.matcher(value).find()) throw ProblemException.parameter(name, "pattern");
    }

    private boolean isInteger(String value) {
        try {
            int number = Integer.parseInt(value);
            return number >= minimum && number <= maximum;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
