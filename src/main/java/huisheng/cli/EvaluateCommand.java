package huisheng.cli;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.learning.evaluation.Evaluation;
import huisheng.learning.evaluation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the pipeline on labelled reviews. */
@Command(
        name = "evaluate",
        description = {
            "Measures the analysis on labelled reviews: JSON lines, also .gz. What is measured follows from the fields of the"
                    + " rows: label, quads, aspects, triplets, comparative, or all of a row with groups.",
            "在标注语料上评测分析效果：逐行 JSON，可为 .gz；评测的任务由每行的字段决定。"
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Path home;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "labelled reviews, or a folder of them as one set; 标注语料，目录则合为一个评测集")
    private List<Path> files = List.of();

    @Option(names = "--pack", defaultValue = "general", description = "aspect pack (default: ${DEFAULT-VALUE}); 维度包")
    private String pack = "general";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write the report as JSON too; - prints it instead of the text; 另存为 JSON，- 为输出到屏幕")
    private @Nullable String json;

    @Option(
            names = "--errors",
            defaultValue = "0",
            description = "how many errors to print per file, with their masked texts, the surest first (default:"
                    + " ${DEFAULT-VALUE}); 每个文件列出的错误条数（含脱敏原文）")
    private int errors;

    @Option(
            names = "--bootstrap",
            defaultValue = "1000",
            description = "resamples for the 95 %% intervals, 0 for none (default: ${DEFAULT-VALUE}); 置信区间的重抽样次数")
    private int bootstrap;

    EvaluateCommand(Path home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Pipeline pipeline = PipelineFactory.load(home, pack);
        Report report = new Evaluation(pipeline::analyse, EvaluateCommand::masked, bootstrap, errors).report(files);
        boolean printed = "-".equals(json);
        if (json != null && !printed) Files.writeString(Path.of(json), report.json() + "\n");
        System.out.println(printed ? report.json() : report.text());
        return 0;
    }

    private static AnalysisRequest masked(AnalysisRequest raw) {
        return AnalyzeCommand.masked(raw.id(), raw.text(), raw.rating(), raw.initial(), raw.product());
    }
}
