package huisheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Runs with the profile corenlp-english only: {@code ./huisheng verify-deep}. */
class DeepAnalyzeIT {
    private final InputStream inBefore = System.in;
    private final PrintStream outBefore = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setIn(inBefore);
        System.setOut(outBefore);
    }

    @Test
    void analyzeDeep_addsToEnglish_andLeavesChineseAsItIs() {
        String english = "Call me at 18800000066. Maria Jones from Samsung was rude, a terrible service.";
        System.setIn(new ByteArrayInputStream((english + "\n质量很好，非常满意\n").getBytes(StandardCharsets.UTF_8)));

        assertThat(new CommandLine(new AnalyzeCommand(Path.of("."))).execute("--deep"))
                .isZero();

        List<JsonNode> answers = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
        assertThat(answers).hasSize(2);
        JsonNode deep = answers.getFirst().path("deep");
        assertThat(deep.path("language").asText()).isEqualTo("en");
        assertThat(deep.path("names").findValuesAsText("text")).contains("Maria Jones", "Samsung");
        assertThat(deep.at("/sentiment/label").asText()).isEqualTo("negative");
        assertThat(answers.getFirst().toString()).as("masked before it is read").doesNotContain("18800000066");
        String text = answers.getFirst().path("text").asText();
        for (JsonNode name : deep.path("names")) {
            assertThat(text.substring(
                            name.path("start").asInt(), name.path("end").asInt()))
                    .isEqualTo(name.path("text").asText());
        }
        assertThat(answers.getLast().has("deep"))
                .as("of Chinese this profile has no models")
                .isFalse();
    }
}
