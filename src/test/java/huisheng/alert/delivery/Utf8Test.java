package huisheng.alert.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void cut_textThatFits_isWhole() {
        assertThat(Utf8.cut("漏酒", 6)).isEqualTo("漏酒");
    }

    @Test
    void cut_inTheMiddleOfACharacter_endsBeforeIt() {
        assertThat(Utf8.cut("漏酒漏酒", 8)).isEqualTo("漏…");
        assertThat(Utf8.cut("😡😡😡", 10)).isEqualTo("😡…");
    }

    @Test
    void cut_anyTextAndRoom_fitsAndIsAStart() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("Utf8Test -Dseed=" + seed);
        Random random = new Random(seed);
        String[] signs = {"a", "é", "酒", "😡"};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) text.append(signs[random.nextInt(signs.length)]);
            int most = 3 + random.nextInt(100);
            String cut = Utf8.cut(text.toString(), most);
            assertThat(cut.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(most);
            assertThat(text.toString()).startsWith(cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut);
            assertThat(Utf8.bytes(text.toString())).isEqualTo(text.toString().getBytes(UTF_8).length);
        }
    }
}
