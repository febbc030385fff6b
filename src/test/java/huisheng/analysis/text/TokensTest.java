package huisheng.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.analysis.AnalysisRequest;
import huisheng.analysis.Clause;
import huisheng.analysis.Draft;
import huisheng.analysis.Token;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Tokens TOKENS = new Tokens(Map.of("不上头", "a", "酒体", "n"));

    @Test
    void annotate_packWord_staysWhole() {
        assertThat(words("这酒体不上头")).contains("酒体", "不上头");
    }

    @Test
    void annotate_emoji_isOneToken() {
        Draft draft = read("好喝😀👍🏻[doge]下次再来👨\u200d👩\u200d👧");
        assertThat(draft.tokens.stream()
                        .filter(t -> t.nature().equals(Tokens.EMOTICON))
                        .map(Token::word))
                .containsExactly("😀", "👍🏻", "[doge]", "👨\u200d👩\u200d👧");
    }

    @Test
    void annotate_randomText_tokensStandWhereTheySay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Draft draft = read(NormalisationTest.random(random));
            String as = "seed " + seed + " round " + round;
            int last = 0;
            for (Token token : draft.tokens) {
                assertThat(draft.normalised.substring(token.start(), token.end()))
                        .as(as)
                        .isEqualTo(token.word());
                assertThat(draft.normalised.substring(last, token.start()))
                        .as(as)
                        .isBlank();
                last = token.end();
            }
            assertThat(draft.normalised.substring(last)).as(as).isBlank();
            checkClauses(draft, as);
        }
    }

    private static void checkClauses(Draft draft, String as) {
        int last = 0;
        for (Clause clause : draft.clauses) {
            assertThat(clause.start()).as(as).isGreaterThanOrEqualTo(last).isLessThan(clause.end());
            for (Token token : draft.tokens.subList(clause.firstToken(), clause.endToken())) {
                assertThat(token.start()).as(as).isLessThan(clause.end());
                assertThat(token.end()).as(as).isGreaterThan(clause.start());
            }
            last = clause.end();
        }
    }

    @Test
    void clauses_signs_partThoughts() {
        Draft draft = read("味道好,价格9.9元！为什么这么慢？？ 下次 再来…iPhone 15 pro 很 nice");
        assertThat(draft.clauses.stream().map(c -> draft.normalised.substring(c.start(), c.end())))
                .startsWith("味道好", "价格9.9元", "为什么这么慢", "下次", "再来");
        assertThat(draft.clauses.stream().map(Clause::closing).limit(3)).containsExactly('，', '！', '？');
    }

    private static List<String> words(String text) {
        return read(text).tokens.stream().map(Token::word).toList();
    }

    static Draft read(String text) {
        Draft draft = new Draft(AnalysisRequest.of(text));
        new Normalisation().annotate(draft);
        new LanguageStage().annotate(draft);
        TOKENS.annotate(draft);
        new Clauses().annotate(draft);
        return draft;
    }
}
