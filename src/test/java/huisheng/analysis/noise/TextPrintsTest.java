package huisheng.analysis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import huisheng.review.TextPrint;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPrintsTest {
    private static final String PRAISE = "这款面霜真的是我用过最好的，质地清爽不黏腻，第二天起来皮肤水润有光泽，闺蜜都来问链接，强烈推荐大家入手";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "这款面霜真的是我用过最好的，质地清爽不黏腻，第二天起来皮肤水润有光泽，闺蜜都来问链接，强烈推荐大家入手！！！",
                "這款面霜真的是我用過最好的，質地清爽不黏膩，第二天起來皮膚水潤有光澤，閨蜜都來問鏈接，強烈推薦大家入手",
                "这款面霜真的是我用过最好的！质地清爽不黏腻 第二天起来皮肤水润有光泽 闺蜜都来问链接 强烈推荐大家入手🎉",
                "这款乳液真的是我用过最好的，质地清爽不黏腻，第二天起来皮肤水润有光泽，闺蜜都来问链接，强烈推荐大家入手",
                "姐妹们，这款面霜真的是我用过最好的，质地清爽不黏腻，第二天起来皮肤水润有光泽，闺蜜都来问链接，强烈推荐大家入手"
            })
    void of_copyWithSmallChanges_isAlikeAndSharesABand(String copy) {
        assertThat(print(copy).similarity(print(PRAISE))).isGreaterThan(0.75);
        assertThat(sharesBand(copy, PRAISE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "这款面霜用了一周，质地偏厚重，早上起来脸上还有点油，闺蜜说不如她那款，不太推荐油皮入手",
                "面霜收到了，包装很用心，质地清爽不黏腻，等用一阵子再来追评，客服回答也耐心",
                "皮肤水润有光泽这种话就别信了，用完第二天起来照样干，退货还要自己出运费"
            })
    void of_ownWordsOnTheSameThing_isNotAlike(String own) {
        assertThat(print(own).similarity(print(PRAISE))).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "好", "此用户没有填写评价。", "很好很好很好很好很好很好很好很好很好很好很好很好", "物流快，质量好，下次还来", "😀😀😀"})
    void of_shortOrEmptyText_hasNoPrint(String text) {
        assertThat(TextPrints.of(text)).isEmpty();
    }

    /** The estimate against the share counted, over texts of random overlap. */
    @Test
    void similarity_randomTexts_isWithinItsStandardError() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("TextPrintsTest -Dseed=" + seed);
        Random random = new Random(seed);
        double squares = 0;
        int rounds = 400;
        for (int i = 0; i < rounds; i++) {
            String common = words(random, 20 + random.nextInt(60));
            String one = common + words(random, random.nextInt(40));
            String other = common + words(random, random.nextInt(40));
            double error = print(one).similarity(print(other)) - jaccard(one, other);
            squares += error * error;
        }
        assertThat(Math.sqrt(squares / rounds)).isLessThan(0.06);
    }

    private static String words(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) ('一' + random.nextInt(3_000)));
        return text.toString();
    }

    private static double jaccard(String one, String other) {
        Set<String> both = grams(one);
        Set<String> all = new HashSet<>(both);
        all.addAll(grams(other));
        both.retainAll(grams(other));
        return both.size() / (double) all.size();
    }

    private static Set<String> grams(String text) {
        String normal = huisheng.analysis.text.Normalisation.normalise(text).text();
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + 3 <= normal.length(); i++) grams.add(normal.substring(i, i + 3));
        return grams;
    }

    private static boolean sharesBand(String one, String other) {
        int[] bands = print(other).bands();
        return Arrays.stream(print(one).bands())
                .anyMatch(band -> Arrays.stream(bands).anyMatch(b -> b == band));
    }

    private static TextPrint print(String text) {
        return TextPrints.of(text).orElseThrow();
    }
}
