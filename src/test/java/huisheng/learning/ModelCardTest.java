package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.model.HeadModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCardTest {
    private static final String COMMAND = "./huisheng train labels --corpus a.jsonl";
    private static final String OPENING = Family.LABELS.opening("general");

    @TempDir
    private Path folder;

    @Test
    void after_firstTraining_tellsCommandFilesSetsAndScores() throws IOException {
        String card = card(OPENING, COMMAND, false, "a".repeat(64), new Source("a", 12, "CC0"), new Source("b", 3, ""));
        assertThat(card)
                .startsWith("# Labels of a whole text\n")
                .contains(
                        "\nCommand: `" + COMMAND + "`\n",
                        "| `labels.bin` | 7 | `" + "a".repeat(64) + "` |\n",
                        "| a | 12 | CC0 |\n| b | 3 | not said |\n",
                        "| `labels.bin` | risk | 10 | 0.500 | 0.250 | 0.333 |\n");
    }

    @Test
    void after_sameTraining_givesTheSamePage() throws IOException {
        String once = card(OPENING, COMMAND, false, "a".repeat(64), new Source("a", 12, "CC0"));
        assertThat(card(once, COMMAND, false, "a".repeat(64), new Source("a", 12, "")))
                .isEqualTo(once);
        assertThat(card(once, COMMAND, true, "a".repeat(64), new Source("a", 12, "")))
                .isEqualTo(once);
    }

    @Test
    void after_nextTraining_keepsWhatPeopleWrote_andSaysThatScoresAreOld() throws IOException {
        String once = card(OPENING, COMMAND, false, "a".repeat(64), new Source("a", 12, "CC0"), new Source("b", 3, ""))
                        .replace("# Labels of a whole text\n", "# Labels\n\nRead twice.\n")
                + "\n## Scores\n\nRisks .80.\n\n## Limits\n\nRare labels.\n";
        String next = card(once, COMMAND, false, "b".repeat(64), new Source("a", 20, ""));
        assertThat(next)
                .startsWith("# Labels\n\nRead twice.\n")
                .contains("| a | 20 | CC0 |\n", "b".repeat(64), "Of the files before the last training: Risks .80.")
                .endsWith("## Limits\n\nRare labels.\n")
                .doesNotContain("| b |", "a".repeat(64));
        assertThat(card(next, COMMAND, false, "c".repeat(64), new Source("a", 20, "")))
                .containsOnlyOnce("Of the files before the last training");
    }

    @Test
    void after_trainingOnTop_keepsCommandsAndSets() throws IOException {
        String once = card(OPENING, COMMAND, false, "a".repeat(64), new Source("a", 12, "CC0"));
        String own = "./huisheng train labels --corpus own.jsonl";
        String next = card(once, own, true, "b".repeat(64), new Source("own", 200, ""));
        assertThat(next)
                .contains("Command: `" + COMMAND + "`\nThen: `" + own + "`\n", "| a | 12 | CC0 |\n| own | 200 |");
    }

    @Test
    void source_partsOfASet_areOne_withTheLicenceBesideThem() throws IOException {
        Path set = Files.createDirectories(folder.resolve("brand"));
        Files.writeString(set.resolve("licences.tsv"), "# note\nbrand\tours | CC0\n");
        List<Source> parts = List.of(
                Source.of(set.resolve("part-1.jsonl"), 5, Map.of()),
                Source.of(set.resolve("part-2.jsonl.gz"), 6, Map.of()),
                Source.of(set.resolve("other.jsonl"), 1, Map.of("other", "MIT")));
        assertThat(Source.together(parts))
                .containsExactly(new Source("brand", 11, "ours / CC0"), new Source("other", 1, "MIT"));
    }

    @Test
    void cardsOfTheRepository_areReadAndKeepTheirWords() throws IOException {
        List<Path> cards;
        try (var files = Files.list(Path.of("models"))) {
            cards = files.filter(file -> file.toString().endsWith(".card.md")).toList();
        }
        assertThat(cards).hasSizeGreaterThan(8);
        for (Path file : cards) {
            String before = Files.readString(file);
            String after = ModelCard.read(file, "").after("x", true, learned("d".repeat(64)), List.of());
            List<String> lines = new ArrayList<>(before.lines().toList());
            lines.removeIf(line -> line.isBlank()
                    || line.startsWith("Command: ")
                    || line.startsWith("| `")
                    || line.startsWith("Then: "));
            for (String line : lines) assertThat(after).as(file.toString()).contains(line);
        }
    }

    @Test
    void score_ofHeads_countsLabelsOfOneKindTogether() {
        List<HeadModel.Head> heads = List.of(head("risk:a"), head("risk:b"), head("need"));
        HeadModel model = HeadModel.of(heads, new int[0], new byte[0]);
        List<Example> rows = List.of(row(1, 0, -1), row(1, 1, -1), row(0, 0, 1));
        double[][] margins = {{1, 1, 1}, {-1, 1, 1}, {-1, -1, 1}};
        assertThat(Score.of("f", "every", rows, new HeadTrainer.Fitted(model, margins)))
                .containsExactly(
                        new Score("f", "risk", 3, 2 / 3.0, 2 / 3.0, 4 / 6.0), new Score("f", "need", 1, 1, 1, 1));
    }

    private static HeadModel.Head head(String name) {
        return new HeadModel.Head(name, 1, 0, 1, 0, 0.5f);
    }

    private static Example row(int... labels) {
        byte[] told = new byte[labels.length];
        for (int h = 0; h < told.length; h++) told[h] = (byte) labels[h];
        return new Example(new int[0], told, 0, 1, 1, Example.NOTHING);
    }

    private static Learned learned(String hash) {
        return new Learned(
                List.of(new ModelFile(Path.of("/somewhere/labels.bin"), hash, 7)),
                List.of(new Score("labels.bin", "risk", 10, 0.5, 0.25, 1 / 3.0)));
    }

    private String card(String text, String command, boolean onTop, String hash, Source... sources) throws IOException {
        Path file = folder.resolve("labels.card.md");
        Files.writeString(file, text);
        return ModelCard.read(file, "").after(command, onTop, learned(hash), List.of(sources));
    }
}
