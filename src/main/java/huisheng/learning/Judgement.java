package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import huisheng.analysis.pack.Aspect;
import huisheng.analysis.pack.Pack;
import huisheng.analysis.text.Normalisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One labelled judgement of a review: {@code quads} entries with category, aspect, opinion, polarity, or {@code aspects}
 * entries of category, polarity, word.
 *
 * @param words where the text says it, as normalised; empty where the corpus does not tell
 */
record Judgement(String category, String polarity, List<String> words) {
    static final List<String> POLARITIES = List.of("positive", "negative", "neutral");

    /** Of a category {@code 通用-包装#包装美观} the group before the sign counts. */
    static List<Judgement> of(JsonNode row) {
        List<Judgement> judgements = new ArrayList<>();
        for (JsonNode quad : row.path("quads")) {
            add(judgements, quad.path("category"), quad.path("polarity"), quad.path("opinion"), quad.path("aspect"));
        }
        for (JsonNode aspect : row.path("aspects")) {
            add(judgements, aspect.path(0), aspect.path(1), aspect.path(2), aspect.path(3));
        }
        return judgements;
    }

    /** With the {@code opinions} of a row, whose aspects are ids of the pack or of those that it extends. */
    static List<Judgement> of(JsonNode row, Pack pack) {
        List<Judgement> judgements = of(row);
        if (!Labels.tells(row, "opinions")) return judgements;
        for (JsonNode opinion : row.path("opinions")) {
            Aspect aspect = pack.heir(opinion.path("aspect").asText(""));
            if (aspect == null) continue;
            JsonNode name = TextNode.valueOf(aspect.name());
            add(judgements, name, opinion.path("polarity"), opinion.path("opinion"), opinion.path("target"));
        }
        return judgements;
    }

    private static void add(
            List<Judgement> judgements, JsonNode category, JsonNode polarity, JsonNode first, JsonNode second) {
        String name = category.asText("").replaceFirst("#.*", "");
        String sign = polarity(polarity.asText(""));
        if (name.isEmpty() || name.equals("null") || !POLARITIES.contains(sign)) return;
        List<String> words = new ArrayList<>();
        for (JsonNode word : List.of(first, second)) {
            if (word.isTextual() && !word.textValue().isBlank()) {
                words.add(Normalisation.normalise(word.textValue()).text());
            }
        }
        judgements.add(new Judgement(name, sign, List.copyOf(words)));
    }

    /** One of {@link #POLARITIES} however a corpus writes it, empty for any other word. */
    static String polarity(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "pos", "positive" -> "positive";
            case "neg", "negative" -> "negative";
            case "neu", "neutral" -> "neutral";
            default -> "";
        };
    }
}
