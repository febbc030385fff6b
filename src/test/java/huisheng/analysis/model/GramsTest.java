package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Draft;
import huisheng.analysis.Pipeline;
import huisheng.analysis.PipelineFactory;
import huisheng.analysis.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramsTest {
    private static Pipeline reader;

    @BeforeAll
    static void load() throws IOException {
        reader = PipelineFactory.reader(Path.of("."), Path.of("models"), "general");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"物流很快，包装精美！就是杯子有点小。", "質量&hellip;&hellip;很好，下次還會回購😀[doge]", "a", "，。！？", "ＡＢＣ１２３ 用了 3 天\n\n还行"})
    void of_text_spansLieOnIt(String text) {
        Draft draft = reader.read(AnalysisRequest.of(text));
        check(draft.features, 0, draft.normalised.length());
        assertThat(draft.clauseFeatures).hasSameSizeAs(draft.clauses);
        if (draft.clauses.size() < 2) return;
        for (int c = 0; c < draft.clauses.size(); c++) {
            check(
                    draft.clauseFeatures.get(c),
                    draft.clauses.get(c).start(),
                    draft.clauses.get(c).end());
        }
    }

    private static void check(FeatureSet set, int from, int until) {
        for (int f = 0; f < set.size(); f++) {
            assertThat(set.start(f)).isBetween(from, until - 1);
            assertThat(set.end(f)).isBetween(set.start(f) + 1, until);
        }
    }

    @Test
    void of_sameWords_elsewhereHaveTheSameFeatures() {
        List<Token> tokens = List.of(new Token("好喝", "a", 0));
        List<Token> later = List.of(new Token("很", "d", 0), new Token("好喝", "a", 1));
        Grams grams = new Grams(WordClusters.NONE);
        FeatureSet alone = grams.of("好喝".toCharArray(), 0, 2, tokens, 0, 1);
        FeatureSet within = grams.of("很好喝".toCharArray(), 1, 3, later, 1, 2);
        assertThat(within.hashes()).containsExactly(alone.hashes());
        assertThat(within.start(0)).isEqualTo(1);
    }

    @Test
    void of_clusters_joinWordsOfLikeMeaning() {
        WordClusters clusters = WordClusters.of(new String[] {"好喝", "美味"}, new int[] {3, 3}, new int[] {5, 5});
        assertThat(shared(new Grams(clusters))).isGreaterThan(shared(new Grams(WordClusters.NONE)));
    }

    private static long shared(Grams grams) {
        int[] one = grams.of("好喝".toCharArray(), 0, 2, List.of(new Token("好喝", "a", 0)), 0, 1)
                .hashes();
        int[] other = grams.of("美味".toCharArray(), 0, 2, List.of(new Token("美味", "a", 0)), 0, 1)
                .hashes();
        return Arrays.stream(one)
                .filter(hash -> Arrays.stream(other).anyMatch(o -> o == hash))
                .count();
    }

    @Test
    void fold_caseDigitsAndWidth_tellNothing() {
        assertThat(Grams.fold("OK,99!")).containsExactly(Grams.fold("ok，12！"));
        assertThat(Grams.fold("好喝")).containsExactly('好', '喝');
        assertThat(Grams.fold("a\n(b)~?;:")).hasSize(9);
    }
}
