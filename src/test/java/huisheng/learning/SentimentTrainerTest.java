package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainerTest {
    private static final List<String> GOOD =
            List.of("味道很好，下次再来", "包装精美，喜欢", "物流快，好喝", "口感醇厚，很满意", "香气扑鼻，推荐", "质量不错，好用", "客服热情，满意");
    private static final List<String> BAD =
            List.of("味道很差，再也不来", "包装破了，失望", "物流慢，难喝", "口感辛辣，很后悔", "一股异味，退货", "质量太差，难用", "客服冷漠，生气");
    private static final Path HOME = Path.of(".");

    @TempDir
    Path models;

    @BeforeEach
    void copyClusters() throws IOException {
        Path copy = Files.copy(Path.of("models", "words.bin"), models.resolve("words.bin"));
        assertThat(copy).exists();
    }

    @Test
    void train_tinyCorpus_separatesIt() throws IOException {
        assertThat(train(tiny())).hasSize(2);
        Pipeline signed = PipelineFactory.signed(HOME, models, "general");
        assertThat(GOOD).allSatisfy(text -> assertThat(sign(signed, text)).isPositive());
        assertThat(BAD).allSatisfy(text -> assertThat(sign(signed, text)).isNegative());
        assertThat(sign(signed, "很满意，好喝")).isPositive();
        assertThat(sign(signed, "很后悔，难喝")).isNegative();
    }

    @Test
    void train_twice_givesTheSameBytes() throws IOException {
        List<String> once = train(tiny()).stream().map(ModelFile::sha256).toList();
        assertThat(train(tiny()).stream().map(ModelFile::sha256)).isEqualTo(once);
    }

    @Test
    void train_oneSign_isRefused() throws IOException {
        Path corpus = models.resolve("one.jsonl");
        Files.writeString(corpus, line(GOOD.get(0), "pos"));
        assertThatThrownBy(() -> train(corpus))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("positive and negative");
    }

    @Test
    void calibration_noisyMargins_comeCloseToFrequencies() {
        double[] margins = new double[1_000];
        boolean[] positive = new boolean[1_000];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = i % 2 == 0 ? 1 : -1;
            positive[i] = (i % 2 == 0) == (i % 10 < 8);
        }
        Calibration fitted = Calibration.fit(margins, positive);
        assertThat(1 / (1 + Math.exp(-(fitted.slope() + fitted.offset())))).isBetween(0.77, 0.83);
    }

    private List<ModelFile> train(Path corpus) throws IOException {
        return SentimentTrainer.train(new TrainingPlan(HOME, models, "general", List.of(Corpus.read(corpus))))
                .files();
    }

    private static double sign(Pipeline pipeline, String text) {
        Draft draft = pipeline.read(AnalysisRequest.of(text));
        return draft.sign.whole();
    }

    /** Each row some times over: a gram of one row only is not learned, and every twentieth row is held out. */
    private Path tiny() throws IOException {
        Path corpus = models.resolve("tiny.jsonl.gz");
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < 6; round++) {
            GOOD.forEach(text -> lines.append(line(text, "pos")));
            BAD.forEach(text -> lines.append(line(text, "neg")));
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(corpus))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return corpus;
    }

    private static String line(String text, String label) {
        return "{\"text\": \"" + text + "\", \"label\": \"" + label + "\"}\n";
    }
}
