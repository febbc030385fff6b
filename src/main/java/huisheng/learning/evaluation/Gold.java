package huisheng.learning.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what the labels of a row expect. */
final class Gold {
    private Gold() {}

    /** The corpora write pos, POS and positive; an unknown word stays as it is and so matches nothing. */
    static String polarity(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "pos" -> "positive";
            case "neg" -> "negative";
            case "neu" -> "neutral";
            case "mix" -> "mixed";
            default -> lower;
        };
    }

    static String label(Row row) {
        return polarity(row.fields().path("label").asText());
    }

    static Set<String> words(Row row, String field) {
        return row.set(field, item -> List.of(item.asText()));
    }

    /** Of {@code 通用-包装#包装美观} the group before the sign; rows without category are skipped. */
    static Set<String> aspects(Row row) {
        return row.set(field(row), item -> category(item).isEmpty() ? List.of() : List.of(category(item)));
    }

    static Set<String> judgedAspects(Row row) {
        return row.set(field(row), item -> {
            JsonNode said = item.isArray() ? item.path(1) : item.path("polarity");
            String polarity = polarity(said.asText(""));
            return category(item).isEmpty() || polarity.isEmpty()
                    ? List.of()
                    : List.of(category(item) + " " + polarity);
        });
    }

    private static String field(Row row) {
        return row.has("quads") ? "quads" : "aspects";
    }

    private static String category(JsonNode item) {
        JsonNode category = item.isArray() ? item.path(0) : item.path("category");
        if (category.isNull() || category.isMissingNode()) return "";
        return category.asText().replaceFirst("#.*", "");
    }

    /** Type to the most urgent severity. */
    static Map<String, Integer> risks(Row row) {
        Map<String, Integer> risks = new TreeMap<>();
        for (JsonNode risk : row.fields().path("risks")) {
            risks.merge(risk.path("type").asText(), risk.path("severity").asInt(), Math::min);
        }
        return risks;
    }
}
