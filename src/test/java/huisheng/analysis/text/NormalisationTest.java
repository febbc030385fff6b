package huisheng.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisationTest {
    private static final String[] PIECES = {
        "口感",
        "後裡面",
        "ＡＢ１２",
        "&hellip;",
        "&#39;",
        "&amp;quot;",
        "&bogus;",
        "<br/>",
        "\u200b",
        "\ufeff",
        "   ",
        "\n\n",
        "\u3000",
        "😀",
        "👍🏻",
        "👨\u200d👩\u200d👧",
        "[doge]",
        "❤\ufe0f",
        "\ud800",
        "\udc00",
        "\0",
        "乾",
        "著名",
        "a b",
        "，",
        "！",
        "&",
        "<",
        "["
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ＡＰＰ１２３|APP123",
                "後來裡面的東西很乾淨|后来里面的东西很干净",
                "乾隆年間的著名酒廠|乾隆年间的著名酒厂",
                "看著不錯|看着不错",
                "好喝&hellip;&hellip;真的|好喝……真的",
                "it&#39;s good&#x21;|it's good!",
                "a&amp;hellip;b|a…b",
                "第一行<br/>第二行|'第一行\n第二行'",
                "不&bogus;变 & <3|不&bogus;变 & <3",
                "「好」，是！|“好”，是！"
            })
    void normalise_form_isFolded(String original, String normal) {
        assertThat(Normalisation.normalise(original).text()).isEqualTo(normal);
    }

    @Test
    void normalise_blanksAndInvisible_areReduced() {
        assertThat(Normalisation.normalise("  好\u200b喝 \t\u3000真\u00ad的 \n  香\ufeff ")
                        .text())
                .isEqualTo("好喝 真的\n香");
    }

    @Test
    void normalise_emojiSequence_staysWhole() {
        String family = "👨\u200d👩\u200d👧❤\ufe0f👍🏻[doge]🇨🇳";
        assertThat(Normalisation.normalise(family + "\u200b").text()).isEqualTo(family);
    }

    @Test
    void normalise_entity_mapsToWholeEntity() {
        NormalText normal = Normalisation.normalise("香&hellip;喝");
        assertThat(normal.offsets().start(1)).isEqualTo(1);
        assertThat(normal.offsets().end(2)).isEqualTo(9);
        assertThat(normal.offsets().start(2)).isEqualTo(9);
    }

    @Test
    void normalise_longText_isReadToTheLimit() {
        assertThat(Normalisation.normalise("酒".repeat(30_000)).text()).hasSize(Normalisation.MAX_LENGTH);
    }

    /** Every normalised character folds back from the very stretch that the map names, and stretches stay in order. */
    @Test
    void offsets_randomText_leadBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            String original = random(random);
            NormalText normal = Normalisation.normalise(original);
            String as = "seed " + seed + " round " + round;
            int last = 0;
            for (int i = 0; i < normal.text().length(); i++) {
                int start = normal.offsets().start(i);
                int end = normal.offsets().end(i + 1);
                assertThat(start).as(as).isGreaterThanOrEqualTo(last).isLessThan(end);
                assertThat(end).as(as).isLessThanOrEqualTo(original.length());
                String stretch = original.substring(start, end);
                char c = normal.text().charAt(i);
                // a character next to others can read differently, so the two shapes that depend on neighbours are let
                // go
                if (stretch.length() == 1 && "乾著干着".indexOf(c) < 0 && !Character.isWhitespace(c)) {
                    assertThat(CharFolding.fold(stretch.charAt(0))).as(as).isEqualTo(c);
                }
                last = start;
            }
        }
    }

    static String random(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(5) == 0) text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            else text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
