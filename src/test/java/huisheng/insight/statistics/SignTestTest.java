package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignTestTest {
    /** {@code binom.test(3, 15)$p.value} of R 4.3: 0.03515625, as 2·(1+15+105+455)/2¹⁵. */
    @Test
    void p_isExact() {
        assertThat(SignTest.p(3, 12)).isCloseTo(0.03515625, within(1e-12));
        assertThat(SignTest.p(12, 3)).isEqualTo(SignTest.p(3, 12));
    }

    @Test
    void evenAndEmpty_areChance() {
        assertThat(SignTest.p(7, 7)).isEqualTo(1);
        assertThat(SignTest.p(0, 0)).isEqualTo(1);
        assertThat(SignTest.p(0, 1)).isEqualTo(1);
    }

    @Test
    void manyWins_areNoChance() {
        assertThat(SignTest.p(0, 1000)).isLessThan(1e-100);
        assertThat(SignTest.p(500_000, 500_100)).isBetween(0.91, 0.93);
    }

    @Test
    void negativeCounts_areRefused() {
        assertThatThrownBy(() -> SignTest.p(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
