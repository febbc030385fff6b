package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordClustersTest {
    private static final String[] WORDS = {"好喝", "难喝", "物流"};

    @TempDir
    Path folder;

    @Test
    void find_knownWord_hasItsClusters() {
        check(WordClusters.of(WORDS, new int[] {1, 1, 149}, new int[] {10, 11, 999}));
    }

    @Test
    void load_saved_knowsTheSameWords() throws IOException {
        Path file = folder.resolve("words.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            WordClusters.of(WORDS, new int[] {1, 1, 149}, new int[] {10, 11, 999})
                    .save(out);
        }
        check(WordClusters.load(file));
    }

    @Test
    void load_otherModel_isRefused() {
        Path other = Path.of("models", "labels.bin");
        assertThatThrownBy(() -> WordClusters.load(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("labels.bin");
    }

    @Test
    void none_knowsNoWord() {
        assertThat(WordClusters.NONE.find(word("好喝"))).isEqualTo(-1);
    }

    private static void check(WordClusters clusters) {
        int tasty = clusters.find(word("好喝"));
        int delivery = clusters.find(word("物流"));
        assertThat(WordClusters.coarse(tasty)).isEqualTo(1);
        assertThat(WordClusters.fine(tasty)).isEqualTo(10);
        assertThat(WordClusters.coarse(delivery)).isEqualTo(149);
        assertThat(WordClusters.fine(delivery)).isEqualTo(999);
        int unknown = clusters.find(word("包装"));
        assertThat(unknown).isEqualTo(-1);
        assertThat(WordClusters.coarse(unknown)).isEqualTo(-1);
        assertThat(WordClusters.fine(unknown)).isEqualTo(-1);
    }

    private static int word(String word) {
        return Grams.word(word.toCharArray(), 0, word.length());
    }
}
