package huisheng.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapTest {
    @Test
    void half_sharedHalfOfTheShorter_counts() {
        assertThat(Overlap.half("刺身拼盘", "刺身")).isTrue();
        assertThat(Overlap.half("菜场摊位", "菜场")).isTrue();
        assertThat(Overlap.half("服务员态度", "态度很好")).isTrue();
    }

    @Test
    void half_lessThanHalfOfTheShorter_doesNot() {
        assertThat(Overlap.half("服务态度", "服装店里")).isFalse();
        assertThat(Overlap.half("刺身", "汤")).isFalse();
        assertThat(Overlap.half("", "汤")).isFalse();
    }

    @Test
    void common_scatteredCharacters_countsOnePieceOnly() {
        assertThat(Overlap.common("abcxdef", "abcydef")).isEqualTo(3);
        assertThat(Overlap.common("abc", "")).isZero();
    }

    @Test
    void pairs_eachGuess_isUsedOnce() {
        assertThat(Overlap.pairs(List.of("刺身", "刺身"), List.of("刺身"), Overlap::half))
                .isEqualTo(1);
    }

    @Test
    void pairs_greedyWouldBlock_findsTheLargestNumber() {
        // 刺身 fits both guesses, 拼盘 only the first
        List<String> golds = List.of("刺身", "拼盘");
        List<String> guesses = List.of("刺身拼盘", "刺身");

        assertThat(Overlap.pairs(golds, guesses, Overlap::half)).isEqualTo(2);
        assertThat(Overlap.pairs(golds.reversed(), guesses, Overlap::half)).isEqualTo(2);
        assertThat(Overlap.pairs(Collections.<String>emptyList(), guesses, Overlap::half))
                .isZero();
    }
}
