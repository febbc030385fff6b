package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import huisheng.analysis.PipelineFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentEvaluatorTest {
    @TempDir
    Path folder;

    @Test
    void evaluate_oneRowMislabelled_countsIt() throws IOException {
        Path set = folder.resolve("four.jsonl");
        Files.writeString(set, """
                {"text": "非常满意，物流很快，客服态度也好", "label": "pos"}
                {"text": "太难喝了，味道很差，再也不买了", "label": "neg"}
                {"text": "质量太差，垃圾，太失望了", "label": "neg"}
                {"text": "质量太差，垃圾，后悔买了", "label": "pos"}
                """);
        EvaluationReport report =
                SentimentEvaluator.evaluate(PipelineFactory.load(Path.of("."), "general"), List.of(set));
        assertThat(report.sets()).singleElement().satisfies(score -> {
            assertThat(score.rows()).isEqualTo(4);
            assertThat(score.accuracy()).isEqualTo(0.75);
            assertThat(score.macroF1()).isCloseTo((2.0 / 3 + 0.8) / 2, org.assertj.core.data.Offset.offset(1e-9));
        });
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/sets/0/set").asText()).isEqualTo("four");
        assertThat(report.text()).contains("four", "0.7500");
    }
}
