package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.analysis.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainerTest {
    private static final List<String> GOOD =
            List.of("味道很好，下次再来", "包装精美，喜欢", "物流快，好喝", "口感醇厚，很满意", "香气扑鼻，推荐", "质量不错，好用", "客服热情，满意");
    private static final List<String> BAD =
            List.of("味道很差，再也不来", "包装破了，失望", "物流慢，难喝", "口感辛辣，很后悔", "一股异味，退货", "质量太差，难用", "客服冷漠，生气");

    @TempDir
    Path folder;

    @Test
    void train_tinyCorpus_separatesIt() throws IOException {
        SentimentModel model = SentimentModel.load(trained("a.bin"));
        assertThat(GOOD).allSatisfy(text -> assertThat(model.margin(text)).isPositive());
        assertThat(BAD).allSatisfy(text -> assertThat(model.margin(text)).isNegative());
        assertThat(model.probability(model.margin("很满意，好喝"))).isGreaterThan(0.5);
        assertThat(model.probability(model.margin("很后悔，难喝"))).isLessThan(0.5);
    }

    @Test
    void train_twice_givesTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(trained("a.bin"))).isEqualTo(Files.readAllBytes(trained("b.bin")));
    }

    @Test
    void train_card_namesSetsRowsAndHash() throws IOException {
        Path model = trained("a.bin");
        assertThat(folder.resolve("a.card.md")).content().contains("| tiny | 28 |", "sha-256");
        assertThat(Files.size(model)).isLessThan(8_000_000);
    }

    @Test
    void train_oneSign_isRefused() throws IOException {
        Path corpus = folder.resolve("one.jsonl");
        Files.writeString(corpus, line(GOOD.get(0), "pos"));
        assertThatThrownBy(() -> SentimentTrainer.train(List.of(corpus), folder.resolve("c.bin")))
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

    private Path trained(String name) throws IOException {
        Path corpus = folder.resolve("tiny.jsonl.gz");
        StringBuilder lines = new StringBuilder();
        // twice, because a gram that stands in one row only is not learned
        GOOD.forEach(text -> lines.append(line(text, "pos").repeat(2)));
        BAD.forEach(text -> lines.append(line(text, "neg").repeat(2)));
        try (var out = new GZIPOutputStream(Files.newOutputStream(corpus))) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path model = folder.resolve(name);
        assertThat(SentimentTrainer.train(List.of(corpus), model).rows()).containsEntry("tiny", 28);
        return model;
    }

    private static String line(String text, String label) {
        return "{\"text\": \"" + text + "\", \"label\": \"" + label + "\"}\n";
    }
}
