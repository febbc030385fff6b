package huisheng.insight.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "要是瓶口能防滴就好了, 瓶口能防滴",
        "希望出小瓶装, 出小瓶装",
        "能不能出到3XL, 出到 3xl",
        "建议增加Type-C接口，现在太旧, type c 接口 太旧",
        "please add a bigger bottle, add a bigger bottle",
        "应该瓶口, 瓶口"
    })
    void runs_leaveTheFrameOut(String text, String runs) {
        assertThat(String.join(" ", Wording.runs(text))).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"瓶口", "小瓶装", "大码", "外卖", "3xl", "咸"})
    void telling_wordsOfContent(String word) {
        assertThat(Wording.isTelling(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"希望", "能不能", "建议", "的瓶", "瓶口的", "多少", "子", "好大", ""})
    void telling_noFramesOrParticles(String word) {
        assertThat(Wording.isTelling(word)).isFalse();
    }

    @Test
    void unframed_keepsTheCore() {
        assertThat(Wording.unframed("希望少放点盐")).isEqualTo("少放点盐");
        assertThat(Wording.unframed("要是少盐就好了")).isEqualTo("少盐");
        assertThat(Wording.unframed("希望")).isEmpty();
    }
}
