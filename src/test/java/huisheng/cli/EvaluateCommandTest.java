package huisheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huisheng.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    private final PrintStream before = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(before);
    }

    @Test
    void evaluate_twoFiles_writesTextAndJson() throws IOException {
        Path json = folder.resolve("report.json");

        int code = run(stance(), phenomena(), "--bootstrap", "50", "--errors", "3", "--json", json.toString());

        assertThat(code).isZero();
        JsonNode report = Json.read(Files.readString(json), JsonNode.class);
        assertThat(report.path("files").findValuesAsText("task")).containsExactly("sentiment", "phenomena");
        JsonNode accuracy = report.path("files").path(0).path("figures").path(0);
        assertThat(accuracy.path("name").asText()).isEqualTo("accuracy");
        assertThat(accuracy.path("value").asDouble()).isEqualTo(1);
        assertThat(accuracy.path("low").asDouble()).isEqualTo(1);
        assertThat(printed())
                .contains("== stance (sentiment, 2 rows)", "== hard (phenomena, 2 rows)", "pii exact F1")
                .doesNotContain("18800000066");
    }

    @Test
    void evaluate_dash_printsNothingButJson() throws IOException {
        int code = run(phenomena(), "--bootstrap", "0", "--json", "-");

        assertThat(code).isZero();
        JsonNode score = Json.read(printed(), JsonNode.class).path("files").path(0);
        assertThat(score.path("rows").asInt()).isEqualTo(2);
        assertThat(score.path("errors").isEmpty())
                .as("texts are not shown unasked")
                .isTrue();
        assertThat(score.path("figures").findValuesAsText("low")).isEmpty();
    }

    @Test
    void evaluate_unusableFile_failsWithAReason() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.jsonl"), "{\"text\":\"好\"}\n");

        assertThat(run(file.toString(), "--json", "-")).isEqualTo(1);
        assertThat(printed()).isEmpty();
    }

    private String stance() throws IOException {
        return Files.writeString(folder.resolve("stance.jsonl"), """
                        {"text":"质量很好，非常满意","label":"pos"}
                        {"text":"质量太差了，垃圾","label":"neg"}
                        """).toString();
    }

    private String phenomena() throws IOException {
        return Files.writeString(folder.resolve("hard.jsonl"), """
                        {"id":"1","text":"电话18800000066，麻烦回电","sentiment":"neutral",\
                        "pii":[{"type":"phone","text":"18800000066"}],"contradiction":false,"groups":["pii"]}
                        {"id":"2","text":"包装很好","sentiment":"negative","contradiction":false,"groups":["plain"]}
                        """).toString();
    }

    private static int run(String... arguments) {
        CommandLine line = new CommandLine(new EvaluateCommand(Path.of(".")));
        line.setErr(new PrintWriter(new StringWriter()));
        line.setExecutionExceptionHandler((e, command, result) -> 1);
        return line.execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
