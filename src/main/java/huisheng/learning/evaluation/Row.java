package huisheng.learning.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.AnalysisRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One labelled review as its file has it.
 *
 * @param place file and line, for messages
 */
record Row(String place, String id, String text, JsonNode fields) {
    static Row of(String place, String id, JsonNode fields) throws IOException {
        JsonNode text = fields.path("text");
        if (!text.isTextual()) throw new IOException(place + " lacks text");
        return new Row(place, fields.path("id").asText(id), text.textValue(), fields);
    }

    /** The question without its answer: nothing is masked yet. */
    AnalysisRequest request() {
        JsonNode rating = fields.path("rating");
        return new AnalysisRequest(
                id,
                text,
                rating.isNumber() ? Integer.valueOf(rating.intValue()) : null,
                word("initial"),
                word("product"),
                List.of());
    }

    boolean has(String field) {
        return fields.hasNonNull(field);
    }

    @Nullable
    String word(String field) {
        return word(fields.path(field));
    }

    static @Nullable String word(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    /** A missing list means none. */
    <T> List<T> list(String field, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode item : fields.path(field)) all.add(read.apply(item));
        return all;
    }

    /** Each once, in an order that does not depend on the file's. */
    Set<String> set(String field, Function<JsonNode, ? extends Collection<String>> read) {
        Set<String> all = new TreeSet<>();
        for (JsonNode item : fields.path(field)) all.addAll(read.apply(item));
        return all;
    }
}
