package huisheng.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a training reads and where it writes.
 *
 * @param home the folder that holds {@code corpora}
 * @param models the folder that models are read from and written to
 * @param pack whose words and aspects the texts are read with
 */
record TrainingPlan(Path home, Path models, String pack, List<Corpus> corpora) {
    private static final int SHARE = 3;

    TrainingPlan {
        corpora = List.copyOf(corpora);
    }

    boolean hasQuads() {
        return corpora.stream()
                .flatMap(corpus -> corpus.rows().stream())
                .anyMatch(row -> row.has("quads") || row.has("aspects"));
    }

    /** The rows written for this project, which hold a model in place while it learns those of a user. */
    List<Corpus> written() throws IOException {
        return Corpus.readAll(writtenFiles());
    }

    /** A share of them, where each costs much. */
    List<JsonNode> someWritten() throws IOException {
        List<JsonNode> all =
                written().stream().flatMap(corpus -> corpus.rows().stream()).toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % SHARE == 0)
                .mapToObj(all::get)
                .toList();
    }

    List<Path> writtenFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("corpora").resolve("written"))) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }
}
