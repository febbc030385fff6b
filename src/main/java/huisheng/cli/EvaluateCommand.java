package huisheng.cli;

import huisheng.analysis.PipelineFactory;
import huisheng.learning.EvaluationReport;
import huisheng.learning.SentimentEvaluator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the pipeline on labelled corpora. */
@Command(
        name = "evaluate",
        description = {"Measures the analysis on labelled reviews.", "在标注语料上评测分析效果。"},
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Path home;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON lines with text and label, also .gz")
    private List<Path> files = List.of();

    @Option(names = "--pack", defaultValue = "general", description = "aspect pack (default: ${DEFAULT-VALUE})")
    private String pack = "general";

    @Option(names = "--json", description = "print JSON instead of text")
    private boolean json;

    EvaluateCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws Exception {
        EvaluationReport report = SentimentEvaluator.evaluate(PipelineFactory.load(home, pack), files);
        System.out.println(json ? report.json() : report.text());
        return 0;
    }
}
