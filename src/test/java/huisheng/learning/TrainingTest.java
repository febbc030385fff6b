package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
    @TempDir
    private Path models;

    private Path corpus = Path.of("");

    @BeforeEach
    void writeCorpus() throws IOException {
        Path clusters = Files.copy(Path.of("models", "words.bin"), models.resolve("words.bin"));
        assertThat(clusters).exists();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String thing = List.of("酒", "茶", "饼干").get(i % 3);
            lines.append("{\"text\": \"%s很好，喜欢\", \"label\": \"pos\"}%n".formatted(thing));
            lines.append("{\"text\": \"%s太差，退货\", \"label\": \"neg\"}%n".formatted(thing));
        }
        corpus = Files.writeString(models.resolve("stars.jsonl"), lines);
    }

    @Test
    void run_sentiment_writesModelsAndCard_theSameTwice() throws IOException {
        assertThat(train("sentiment")).contains("sentiment.bin", "domains.bin", "sentiment.card.md");
        String card = Files.readString(models.resolve("sentiment.card.md"));
        assertThat(card)
                .contains(
                        "Command: `./huisheng train sentiment --corpus stars.jsonl --fresh`",
                        "| stars | 120 | all mine |",
                        ModelFile.hash(models.resolve("sentiment.bin")),
                        "| `sentiment.bin` | sign (accuracy) | 6 |")
                .doesNotContain(models.toString());
        assertThat(train("sentiment")).isNotEmpty();
        assertThat(models.resolve("sentiment.card.md")).hasContent(card);
    }

    @Test
    void run_unknownModel_isRefused() {
        assertThatThrownBy(() -> train("everything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words, sentiment");
    }

    private String train(String model) throws IOException {
        return new Training(Path.of("."), models, "general", Map.of("stars", "all mine"))
                .run(model, List.of(corpus), true);
    }
}
