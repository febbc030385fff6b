package huisheng.cli;

import huisheng.learning.SentimentTrainer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model from labelled corpora. */
@Command(
        name = "train",
        description = {"Trains a model from labelled reviews.", "用标注语料训练模型。"},
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "sentiment")
    private String model = "";

    @Option(names = "--corpus", required = true, description = "JSON lines with text and label, also .gz; repeatable")
    private List<Path> corpora = List.of();

    @Option(names = "--output", description = "default: models/sentiment.bin")
    private @Nullable Path output;

    @Override
    public Integer call() throws Exception {
        if (!model.equals("sentiment")) throw new IllegalArgumentException("'" + model + "' is no model: sentiment");
        Path target = output == null ? Path.of("models/sentiment.bin") : output;
        System.out.println(SentimentTrainer.train(corpora, target));
        return 0;
    }
}
