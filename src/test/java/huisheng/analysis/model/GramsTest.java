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
        check(FeaturePart.all(draft.features), 0, draft.normalised.length());
        assertThat(draft.clauseFeatures).hasSameSizeAs(draft.clauses);
        if (draft.clauses.size() < 2) return;
        for (int c = 0; c < draft.clauses.size(); c++) {
            check(
                    draft.clauseFeatures.get(c),
                    draft.clauses.get(c).start(),
                    draft.clauses.get(c).end());
        }
    }

    private static void check(FeaturePart set, int from, int until) {
        for (int f = 0; f < set.size(); f++) {
            assertThat(set.start(f)).isBetween(from, until - 1);
            assertThat(set.end(f)).isBetween(set.start(f) + 1, until);
        }
    }

    @Test
    void of_clause_hasTheFeaturesItWouldHaveAlone() {
        Draft draft = reader.read(AnalysisRequest.of("物流很快，包装很快就破了，物流很快"));
        assertThat(draft.clauseFeatures).hasSize(3);
        Draft alone = reader.read(AnalysisRequest.of("物流很快"));
        assertThat(draft.clauseFeatures.get(0).copy().hashes()).containsExactlyInAnyOrder(alone.features.hashes());
        // what the first clause told already is told of the third at its own place
        assertThat(draft.clauseFeatures.get(2).copy().hashes()).containsExactlyInAnyOrder(alone.features.hashes());
        assertThat(draft.clauseFeatures.get(2).start(0))
                .isEqualTo(draft.clauses.get(2).start());
        assertThat(draft.clauseFeatures.get(1).copy().hashes()).isNotEmpty().doesNotContain(alone.features.hash(3));
    }

    @Test
    void of_thousandsOfClauses_readsThemAll() {
        Draft draft = reader.read(AnalysisRequest.of("好，".repeat(5_000)));
        assertThat(draft.clauseFeatures)
                .hasSize(5_000)
                .allSatisfy(clause -> assertThat(clause.size()).isPositive());
    }

    @Test
    void of_clusters_joinWordsOfLikeMeaning() {
        WordClusters clusters = WordClusters.of(new String[] {"好喝", "美味"}, new int[] {3, 3}, new int[] {5, 5});
        assertThat(shared(clusters)).isGreaterThan(shared(WordClusters.NONE));
    }

    private static long shared(WordClusters clusters) {
        int[] one = hashes("好喝", clusters);
        int[] other = hashes("美味", clusters);
        return Arrays.stream(one)
                .filter(hash -> Arrays.stream(other).anyMatch(o -> o == hash))
                .count();
    }

    private static int[] hashes(String word, WordClusters clusters) {
        return new Grams(clusters, KeyIndex.NONE)
                .of(word.toCharArray(), List.of(new Token(word, "a", 0)), List.of())
                .whole()
                .hashes();
    }

    @Test
    void fold_caseDigitsAndWidth_tellNothing() {
        assertThat(Grams.fold("OK,99!")).containsExactly(Grams.fold("ok，12！"));
        assertThat(Grams.fold("好喝")).containsExactly('好', '喝');
        assertThat(Grams.fold("a\n(b)~?;:")).hasSize(9);
    }
}
