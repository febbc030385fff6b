package huisheng.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huisheng.json.Json;
import huisheng.review.Analysis;
import huisheng.review.Labels;
import huisheng.store.CorrectedReview;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A corrected review as a line of a labelled corpus: {@code text}, {@code sentiment}, {@code opinions} and so on, a
 * missing list meaning none. Labels that nobody corrected are the pipeline's; {@code corrected} names those that a person
 * gave. Without offsets, as the corpora have it.
 */
final class CorpusRow {
    private CorpusRow() {}

    static String id(CorrectedReview review) {
        return review.id() + "-" + review.correction().version();
    }

    static JsonNode of(CorrectedReview review) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", id(review));
        row.put("text", review.text());
        if (review.initialText() != null) row.put("initial", review.initialText());
        if (review.productName() != null) row.put("product", review.productName());
        if (review.rating() != null) row.put("rating", review.rating());
        Analysis analysis = review.analysis();
        Labels labels = analysis == null ? review.correction().labels() : labels(analysis);
        labels(row, labels);
        if (analysis != null && analysis.language() != null) row.put("language", analysis.language());
        ArrayNode corrected = row.putArray("corrected");
        Json.MAPPER
                .<ObjectNode>valueToTree(review.correction().labels())
                .fieldNames()
                .forEachRemaining(corrected::add);
        row.put("correctedBy", review.correction().by());
        row.put("correctedAt", review.correction().at().toString());
        return row;
    }

    private static Labels labels(Analysis a) {
        return new Labels(
                a.sentiment(),
                a.opinions(),
                a.intents(),
                a.needs(),
                a.risks(),
                a.comparisons(),
                a.noise(),
                a.contradiction(),
                a.followup());
    }

    private static void labels(ObjectNode row, Labels labels) {
        var sentiment = labels.sentiment();
        if (sentiment != null) row.put("sentiment", sentiment.label().label());
        list(row, "opinions", labels.opinions(), "aspect", "polarity", "opinion", "target", "implicit");
        var intents = labels.intents();
        if (intents != null && !intents.isEmpty()) {
            ArrayNode types = row.putArray("intents");
            intents.stream().map(intent -> intent.type().label()).distinct().forEach(types::add);
        }
        list(row, "needs", labels.needs(), "text", "target", "implicit");
        list(row, "risks", labels.risks(), "type", "severity");
        list(row, "comparisons", labels.comparisons(), "competitor", "aspect", "outcome");
        var noise = labels.noise();
        if (noise != null && !noise.isEmpty()) row.set("noise", Json.MAPPER.valueToTree(noise));
        if (labels.contradiction() != null) row.put("contradiction", labels.contradiction());
        if (labels.followup() != null) row.put("followup", labels.followup().label());
    }

    /** The items with these of their fields; a false flag is left out. */
    private static void list(ObjectNode row, String name, @Nullable Collection<?> items, String... fields) {
        if (items == null || items.isEmpty()) return;
        ArrayNode list = row.putArray(name);
        for (JsonNode item : Json.MAPPER.<ArrayNode>valueToTree(items)) {
            ObjectNode kept = list.addObject();
            for (String field : fields) {
                JsonNode value = item.path(field);
                boolean said = !value.isMissingNode() && !(value.isBoolean() && !value.booleanValue());
                if (said) kept.set(field, value);
            }
        }
    }
}
