package huisheng.cli;

import huisheng.learning.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model from labelled corpora. */
@Command(
        name = "train",
        description = {"Trains a model from labelled reviews and writes its card.", "用标注语料训练模型，并写出模型说明。"},
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final Path home;

    @Parameters(
            paramLabel = "MODEL",
            description =
                    "words, sentiment, labels (or risk, the same), opinions, aspects or english; in this order from nothing")
    private String model = "";

    @Option(
            names = "--corpus",
            required = true,
            description = "labelled JSON lines, also .gz; repeatable; fields: corpora/README.md; 标注语料，可多次")
    private List<Path> corpora = List.of();

    @Option(names = "--pack", defaultValue = "general", description = "aspect pack (default: ${DEFAULT-VALUE})")
    private String pack = "general";

    @Option(
            names = "--fresh",
            description =
                    "from nothing, which takes big corpora; without it sentiment, labels, opinions and aspects go on"
                            + " from the models that are there: a few hundred rows will do; 从零训练，而不是在现有模型上继续学习")
    private boolean fresh;

    @Option(names = "--output", description = "folder that models are read from and written to, default: models")
    private @Nullable Path output;

    @Option(
            names = "--licence",
            paramLabel = "SET=NOTE",
            description =
                    "what the source of a set says of its licence, for the model card; repeatable; default: the file"
                            + " licences.tsv beside the corpus, or what the card says already; 语料许可说明")
    private Map<String, String> licences = Map.of();

    TrainCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        Path models = output == null ? home.resolve("models") : output;
        System.out.println(new Training(home, models, pack, licences).run(model, corpora, fresh));
        return 0;
    }
}
