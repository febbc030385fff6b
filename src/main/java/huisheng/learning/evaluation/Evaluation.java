package huisheng.learning.evaluation;

import huisheng.analysis.AnalysisRequest;
import huisheng.learning.evaluation.Report.Figure;
import huisheng.learning.evaluation.Report.FileScore;
import huisheng.review.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Scores an analysis on files of labelled reviews (JSON lines, plain or gzipped). What a file is labelled for is told by the
 * fields of its rows. Rows are read on all cores; the same files and analysis give the same report.
 *
 * @param analyse safe from any thread
 * @param mask finds personal data in a request's text and masks it, as the way of a review into the store does; offsets stay
 * @param bootstrap how often rows are drawn again for the 95 % intervals; 0 for none
 * @param errors how many errors are listed per file with their texts
 */
public record Evaluation(
        Function<AnalysisRequest, Analysis> analyse, UnaryOperator<AnalysisRequest> mask, int bootstrap, int errors) {
    /** Fixed, so that a figure's interval changes only with the figure. */
    private static final long SEED = 20261129;

    public Evaluation {
        if (bootstrap < 0 || errors < 0) throw new IllegalArgumentException("bootstrap and errors are 0 or more");
    }

    /** Without intervals, errors and masking: for figures alone. */
    public static Evaluation of(Function<AnalysisRequest, Analysis> analyse) {
        return new Evaluation(analyse, UnaryOperator.identity(), 0, 0);
    }

    /**
     * Blocks.
     *
     * @throws IOException where a file is missing, broken or labelled for nothing known; names file and line
     */
    public Report report(List<Path> files) throws IOException {
        List<FileScore> scores = new ArrayList<>();
        String version = "";
        for (Path file : files) {
            RowFile rows = RowFile.read(file);
            Task task = Tasks.of(rows);
            List<Read> reads = read(task, rows);
            version = reads.getFirst().analysis().pipeline();
            scores.add(score(rows, task, reads));
        }
        return new Report(version, bootstrap, SEED, scores);
    }

    private List<Read> read(Task task, RowFile file) {
        return file.rows().parallelStream()
                .filter(task.keeps())
                .map(row -> Read.of(task, row, analyse.apply(mask.apply(row.request()))))
                .toList();
    }

    private FileScore score(RowFile file, Task task, List<Read> reads) {
        List<Figure> figures = new ArrayList<>();
        for (int f = 0; f < task.facets().size(); f++)
            figures.addAll(figures(task.facets().get(f), Read.of(reads, f)));
        return new FileScore(
                file.name(),
                task.name(),
                reads.size(),
                file.rows().size() - reads.size(),
                figures,
                Tables.of(task, reads),
                Mistakes.of(task, reads, errors));
    }

    private List<Figure> figures(Facet facet, List<Tally> tallies) {
        double[] sums = Tally.sum(tallies);
        int n = (int) tallies.stream().filter(Tally::applies).count();
        List<Bootstrap.@Nullable Interval> intervals = new Bootstrap(bootstrap, SEED).intervals(facet, tallies);
        List<Figure> figures = new ArrayList<>();
        for (int m = 0; m < facet.measures().size(); m++) {
            Measure measure = facet.measures().get(m);
            figures.add(figure(measure.name(), n, measure.of(sums), intervals.get(m)));
        }
        return figures;
    }

    private static Figure figure(String name, int n, double value, Bootstrap.@Nullable Interval interval) {
        return new Figure(
                name,
                n,
                Double.isNaN(value) ? null : Double.valueOf(value),
                interval == null ? null : Double.valueOf(interval.low()),
                interval == null ? null : Double.valueOf(interval.high()));
    }
}
