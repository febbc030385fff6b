package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.model.Tagger;
import huisheng.analysis.model.WordClusters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaggerTrainerTest {
    private static final List<String> PLACES = List.of("北京", "上海", "广州", "深圳", "成都", "武汉");
    private static final List<String> GOODS = List.of("杯子", "毛巾", "台灯", "雨伞");
    private static Pipeline reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws IOException {
        reader = PipelineFactory.reader(Path.of("."), Path.of("models"), "general");
    }

    @Test
    void fit_toySentences_tagsThemAgain() {
        Tagger tagger = fit();
        assertThat(tagger.kinds()).containsExactly("place", "goods");
        for (TaggerTrainer.Sentence sentence : sentences()) {
            assertThat(tagger.find(sentence.draft())).isEqualTo(sentence.spans());
        }
        assertThat(tagger.find(draft("今天天气不错"))).isEmpty();
        assertThat(tagger.find(draft(""))).isEmpty();
    }

    @Test
    void onTop_newSentence_isTaggedToo_andTheOthersAsBefore() {
        Draft draft = draft("从拉萨寄来的酥油茶壶");
        TaggerTrainer.Sentence own =
                new TaggerTrainer.Sentence(draft, List.of(new Tagger.Span(0, 1, 3), new Tagger.Span(1, 6, 10)));
        Tagger before = fit();
        assertThat(before.find(draft)).isNotEqualTo(own.spans());
        List<TaggerTrainer.Sentence> all = new ArrayList<>(List.of(own, own, own, own));
        all.addAll(sentences());
        Tagger after = new TaggerTrainer(before.kinds(), WordClusters.NONE).onTop(before, all, 4);
        assertThat(after.find(draft)).isEqualTo(own.spans());
        for (TaggerTrainer.Sentence sentence : sentences()) {
            assertThat(after.find(sentence.draft())).isEqualTo(sentence.spans());
        }
    }

    @Test
    void load_saved_tagsAlike() throws IOException {
        Tagger tagger = fit();
        Path file = folder.resolve("toy.bin");
        ModelFile written = ModelFile.write(file, tagger::save);
        assertThat(written.bytes()).isEqualTo(Files.size(file));
        Tagger loaded = Tagger.load(file, WordClusters.NONE);
        assertThat(loaded.kinds()).isEqualTo(tagger.kinds());
        for (TaggerTrainer.Sentence sentence : sentences()) {
            assertThat(loaded.find(sentence.draft())).isEqualTo(sentence.spans());
        }
    }

    @Test
    void load_otherModel_isRefused() {
        Path other = Path.of("models", "labels.bin");
        assertThatThrownBy(() -> Tagger.load(other, WordClusters.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("labels.bin");
    }

    @Test
    void fit_twice_givesTheSameBytes() throws IOException {
        assertThat(bytes(fit())).isEqualTo(bytes(fit()));
    }

    @Test
    void find_longText_readsOnlySoFar() {
        Draft draft = draft("从北京寄来的杯子。".repeat(500));
        assertThat(fit().find(draft))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(Tagger.MAX_LENGTH));
    }

    private static byte[] bytes(Tagger tagger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tagger.save(out);
        return out.toByteArray();
    }

    private static Tagger fit() {
        List<TaggerTrainer.Sentence> often = new ArrayList<>();
        for (int i = 0; i < 5; i++) often.addAll(sentences());
        return new TaggerTrainer(List.of("place", "goods"), WordClusters.NONE).fit(often);
    }

    private static List<TaggerTrainer.Sentence> sentences() {
        List<TaggerTrainer.Sentence> sentences = new ArrayList<>();
        for (String place : PLACES) {
            for (String goods : GOODS) {
                Draft draft = draft("从" + place + "寄来的" + goods + "到了");
                sentences.add(new TaggerTrainer.Sentence(
                        draft, Spans.find(draft, List.of(new Spans.Named(1, goods), new Spans.Named(0, place)))));
            }
        }
        sentences.add(new TaggerTrainer.Sentence(draft("今天天气不错"), List.of()));
        return sentences;
    }

    private static Draft draft(String text) {
        return reader.read(AnalysisRequest.of(text));
    }
}
