package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.analysis.label.LabelStage;
import huisheng.review.IntentType;
import huisheng.review.NoiseType;
import huisheng.review.Outcome;
import huisheng.review.RiskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the labels of a row, whatever its set tells, as the heads of one model. */
final class Labels {
    static final List<String> STANCES = List.of("positive", "negative", "neutral", "mixed");
    /** Each tells labels of its own where a row has no {@code sentiment}. */
    private static final List<String> FIELDS = List.of("intents", "noise", "risks", "needs", "comparisons");

    private static final List<String> HEADS = heads();

    private Labels() {}

    private static List<String> heads() {
        List<String> heads = new ArrayList<>();
        STANCES.forEach(name -> heads.add("stance:" + name));
        Arrays.stream(IntentType.values()).forEach(type -> heads.add("intent:" + type.label()));
        Stream.of(NoiseType.DEFAULT, NoiseType.FILLER, NoiseType.TEMPLATE, NoiseType.ADVERT)
                .forEach(type -> heads.add("noise:" + type.label()));
        Arrays.stream(RiskType.values()).forEach(type -> heads.add("risk:" + type.label()));
        Arrays.stream(Outcome.values()).forEach(type -> heads.add("outcome:" + type.label()));
        heads.addAll(List.of("food", "dining", "need", "comparison", LabelStage.STARS, LabelStage.SIGN));
        return List.copyOf(heads);
    }

    static List<String> names() {
        return HEADS;
    }

    /** Labels and the weight of their errors. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; copies would double the memory
    record Told(byte[] labels, float weight) {}

    /** Null where the row tells none. */
    static @Nullable Told of(JsonNode row) {
        byte[] labels = new byte[HEADS.size()];
        Arrays.fill(labels, Example.UNKNOWN);
        if (row.has("sentiment") || FIELDS.stream().anyMatch(row::has)) {
            for (int h = 0; h < labels.length; h++) {
                if (tells(row, field(HEADS.get(h)))) labels[h] = full(row, HEADS.get(h));
            }
            return new Told(labels, 1);
        }
        if (row.has("comparative")) {
            set(labels, "comparison", row.path("comparative").asInt() == 1);
            return new Told(labels, 1);
        }
        return switch (row.path("label").asText()) {
            case "food_safety", "other" -> {
                set(labels, "dining", true);
                set(labels, "food", row.path("label").asText().equals("food_safety"));
                yield new Told(labels, 1);
            }
            case "pos", "neg" -> {
                boolean positive = row.path("label").asText().equals("pos");
                set(labels, LabelStage.SIGN, positive);
                set(labels, LabelStage.STARS, true);
                // nearly all of them are somebody's own words
                HEADS.stream().filter(head -> head.startsWith("noise:")).forEach(head -> set(labels, head, false));
                set(labels, "stance:positive", positive);
                set(labels, "stance:negative", !positive);
                yield new Told(labels, 1);
            }
            default -> null;
        };
    }

    /**
     * A correction tells what a person gave, a row with {@code sentiment} everything, a missing list meaning none, and
     * any other row the fields that it has.
     */
    static boolean tells(JsonNode row, String field) {
        if (row.has("corrected")) return contains(row.path("corrected"), field);
        return row.has("sentiment") || row.has(field);
    }

    private static String field(String head) {
        return switch (head.replaceFirst(":.*", "")) {
            case "intent" -> "intents";
            case "noise" -> "noise";
            case "risk" -> "risks";
            case "need" -> "needs";
            case "outcome", "comparison" -> "comparisons";
            default -> "sentiment";
        };
    }

    static boolean isByStars(JsonNode row) {
        return !row.has("sentiment") && SentimentTrainer.sign(row) != null;
    }

    private static void set(byte[] labels, String head, boolean holds) {
        labels[HEADS.indexOf(head)] = (byte) (holds ? 1 : 0);
    }

    private static byte full(JsonNode row, String head) {
        String[] parts = head.split(":", 2);
        JsonNode comparisons = row.path("comparisons");
        if (parts[0].equals("outcome") && comparisons.isEmpty()) return Example.UNKNOWN;
        if (parts[0].equals("dining")) return 0;
        // of the state of food in a restaurant, which the rows labelled in full do not tell from other dangers
        if (head.equals("food")) return Example.UNKNOWN;
        if (head.equals(LabelStage.SIGN) && SentimentTrainer.sign(row) == null) return Example.UNKNOWN;
        boolean holds = switch (parts[0]) {
            case "stance" -> row.path("sentiment").asText().equals(parts[1]);
            case "intent" -> contains(row.path("intents"), parts[1]);
            case "noise" -> contains(row.path("noise"), parts[1]);
            case "risk" -> row.path("risks").findValuesAsText("type").contains(parts[1]);
            case "outcome" -> comparisons.findValuesAsText("outcome").contains(parts[1]);
            case LabelStage.SIGN -> row.path("sentiment").asText().equals("positive");
            case LabelStage.STARS -> false;
            case "need" -> !row.path("needs").isEmpty();
            default -> !comparisons.isEmpty();
        };
        return (byte) (holds ? 1 : 0);
    }

    private static boolean contains(JsonNode list, String value) {
        for (JsonNode entry : list) {
            if (entry.asText().equals(value)) return true;
        }
        return false;
    }
}
