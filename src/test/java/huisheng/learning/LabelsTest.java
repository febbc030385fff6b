package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final String FULL = """
            {"text": "x", "sentiment": "negative", "intents": ["complaint", "churn"], "noise": ["template"],
             "risks": [{"type": "health", "severity": 1}], "needs": [{"text": "n"}],
             "comparisons": [{"competitor": "c", "outcome": "lose"}]}""";

    @ParameterizedTest
    @CsvSource({
        "stance:negative,1",
        "stance:positive,0",
        "intent:complaint,1",
        "intent:churn,1",
        "intent:praise,0",
        "noise:template,1",
        "noise:advert,0",
        "risk:health,1",
        "risk:legal,0",
        "outcome:lose,1",
        "outcome:win,0",
        "need,1",
        "comparison,1",
        "sign,0",
        "stars,0",
        "dining,0",
        "food,-1"
    })
    void of_rowInFull_tellsEveryLabel(String head, int label) throws JsonProcessingException {
        assertThat(label(FULL, head)).isEqualTo(label);
    }

    @Test
    void of_rowInFull_withoutComparison_leavesOutcomeOpen() throws JsonProcessingException {
        String row = "{\"text\": \"x\", \"sentiment\": \"mixed\"}";
        assertThat(label(row, "outcome:win")).isEqualTo(-1);
        assertThat(label(row, "sign")).isEqualTo(-1);
        assertThat(label(row, "comparison")).isZero();
        assertThat(label(row, "need")).isZero();
    }

    @Test
    void of_rowWithOneField_tellsItsLabelsOnly() throws JsonProcessingException {
        assertThat(told("{\"text\": \"x\", \"risks\": [{\"type\": \"health\", \"severity\": 1}]}"))
                .contains("risk:health=1", "risk:legal=0")
                .allSatisfy(label -> assertThat(label).startsWith("risk:"));
        assertThat(told("{\"text\": \"x\", \"needs\": []}")).containsExactly("need=0");
    }

    @Test
    void of_correction_tellsWhatAPersonGave() throws JsonProcessingException {
        String row =
                "{\"text\": \"x\", \"sentiment\": \"positive\", \"intents\": [\"praise\"], \"corrected\": [\"risks\"]}";
        assertThat(told(row))
                .contains("risk:health=0")
                .allSatisfy(label -> assertThat(label).startsWith("risk:"));
        assertThat(SentimentTrainer.sign(row(row))).isNull();
    }

    @Test
    void of_comparativeRow_tellsOnlyComparison() throws JsonProcessingException {
        assertThat(told("{\"text\": \"x\", \"comparative\": 1}")).containsExactly("comparison=1");
        assertThat(told("{\"text\": \"x\", \"comparative\": 0}")).containsExactly("comparison=0");
    }

    @Test
    void of_foodRow_tellsFood() throws JsonProcessingException {
        assertThat(told("{\"text\": \"x\", \"label\": \"food_safety\"}")).containsExactly("food=1", "dining=1");
        assertThat(told("{\"text\": \"x\", \"label\": \"other\"}")).containsExactly("food=0", "dining=1");
    }

    @Test
    void of_starRow_tellsSign() throws JsonProcessingException {
        assertThat(told("{\"text\": \"x\", \"label\": \"pos\"}"))
                .contains("stance:positive=1", "stance:negative=0", "noise:template=0", "stars=1", "sign=1")
                .hasSize(8);
        assertThat(told("{\"text\": \"x\", \"label\": \"neg\"}"))
                .contains("stance:positive=0", "stance:negative=1", "noise:template=0", "stars=1", "sign=0")
                .hasSize(8);
    }

    @Test
    void of_rowOfOtherLabels_isNone() throws JsonProcessingException {
        assertThat(Labels.of(row("{\"text\": \"x\"}"))).isNull();
        assertThat(Labels.of(row("{\"text\": \"x\", \"label\": \"elsewhere\"}")))
                .isNull();
    }

    @Test
    void isByStars_signWithoutSentiment() throws JsonProcessingException {
        assertThat(Labels.isByStars(row("{\"text\": \"x\", \"label\": \"pos\"}")))
                .isTrue();
        assertThat(Labels.isByStars(row("{\"text\": \"x\", \"sentiment\": \"positive\"}")))
                .isFalse();
        assertThat(Labels.isByStars(row("{\"text\": \"x\", \"label\": \"other\"}")))
                .isFalse();
    }

    @Test
    void judgement_quads_haveCategoryAndWords() throws JsonProcessingException {
        JsonNode row = row("""
                {"text": "x", "quads": [
                  {"category": "包装", "aspect": "盒子", "opinion": "破了", "polarity": "NEG"},
                  {"category": "物流", "aspect": null, "opinion": "快", "polarity": "pos"},
                  {"category": "价格", "aspect": "价", "opinion": "贵", "polarity": "unclear"},
                  {"category": null, "aspect": "价", "opinion": "贵", "polarity": "neg"}]}""");
        assertThat(Judgement.of(row))
                .containsExactly(
                        new Judgement("包装", "negative", List.of("破了", "盒子")),
                        new Judgement("物流", "positive", List.of("快")));
    }

    @Test
    void judgement_aspects_dropTheFinerCategory() throws JsonProcessingException {
        JsonNode row =
                row("{\"text\": \"x\", \"aspects\": [[\"通用-包装#包装美观\", \"positive\", \"好看\"], [\"动力\", \"neutral\"]]}");
        assertThat(Judgement.of(row))
                .containsExactly(
                        new Judgement("通用-包装", "positive", List.of("好看")), new Judgement("动力", "neutral", List.of()));
        assertThat(Judgement.of(row("{\"text\": \"x\"}"))).isEmpty();
    }

    @Test
    void heldOut_isEveryTwentiethSignedRow() throws JsonProcessingException {
        List<JsonNode> rows = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            rows.add(row("{\"text\": \"s" + i + "\", \"label\": \"" + (i % 2 == 0 ? "pos" : "neg") + "\"}"));
            rows.add(row("{\"text\": \"u" + i + "\", \"label\": \"other\"}"));
        }
        assertThat(HeldOut.of(new Corpus("c", rows)).stream()
                        .map(row -> row.path("text").asText()))
                .containsExactly("s0", "s20", "s40");
    }

    private static int label(String row, String head) throws JsonProcessingException {
        return labels(row)[Labels.names().indexOf(head)];
    }

    private static List<String> told(String row) throws JsonProcessingException {
        byte[] labels = labels(row);
        return IntStream.range(0, labels.length)
                .filter(h -> labels[h] != Example.UNKNOWN)
                .mapToObj(h -> Labels.names().get(h) + "=" + labels[h])
                .toList();
    }

    private static byte[] labels(String row) throws JsonProcessingException {
        return Objects.requireNonNull(Labels.of(row(row))).labels();
    }

    private static JsonNode row(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }
}
