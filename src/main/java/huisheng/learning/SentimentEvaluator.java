package huisheng.learning;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Pipeline;
import huisheng.learning.EvaluationReport.SetScore;
import huisheng.review.Sentiment;
import huisheng.review.SentimentLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Scores a pipeline's sentiment on sets labelled positive or negative. */
public final class SentimentEvaluator {
    private SentimentEvaluator() {}

    /**
     * Blocks.
     *
     * @param sets files of JSON lines with {@code text} and {@code label}, gzipped or plain
     */
    public static EvaluationReport evaluate(Pipeline pipeline, List<Path> sets) throws IOException {
        List<SetScore> scores = new ArrayList<>();
        for (Path set : sets) scores.add(score(pipeline, Corpus.read(set)));
        return new EvaluationReport(pipeline.version(), scores);
    }

    private static SetScore score(Pipeline pipeline, Corpus corpus) {
        Map<SentimentLabel, Integer> labels = new EnumMap<>(SentimentLabel.class);
        Confusion confusion = new Confusion();
        for (LabelledText row : corpus.rows()) {
            Sentiment sentiment =
                    pipeline.analyse(AnalysisRequest.of(row.text())).sentiment();
            labels.merge(sentiment.label(), 1, Integer::sum);
            confusion.add(row.positive(), sentiment.score() > 0);
        }
        return new SetScore(
                corpus.name(),
                corpus.rows().size(),
                confusion.accuracy(),
                confusion.macroF1(),
                labels.getOrDefault(SentimentLabel.MIXED, 0),
                labels.getOrDefault(SentimentLabel.NEUTRAL, 0),
                labels.getOrDefault(SentimentLabel.UNSCORED, 0));
    }
}
