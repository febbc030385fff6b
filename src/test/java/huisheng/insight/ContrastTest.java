package huisheng.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.inference.GTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {
    /** Dunning 1993, table of bigrams by -2 log λ: "the swiss", "can be", "previous year", "mineral water". */
    @ParameterizedTest
    @CsvSource({"110, 2442, 111, 29114, 270.72", "29, 13, 123, 31612, 263.90", "31, 23, 139, 31584, 256.84"})
    void g2_agreesWithDunning(long a, long b, long c, long d, double expected) {
        assertThat(Contrast.g2(a, a + b, c, c + d)).isEqualTo(expected, within(0.005));
    }

    @Test
    void g2_agreesWithAnotherImplementation() {
        double root = new GTest().rootLogLikelihoodRatio(110, 2442, 111, 29114);
        assertThat(Contrast.g2(110, 2552, 111, 29225)).isEqualTo(root * root, within(1e-6));
        assertThat(Contrast.g2(0, 100, 0, 50)).isZero();
        assertThat(Contrast.g2(10, 100, 5, 50)).isEqualTo(0, within(1e-9));
    }

    /** Critical values of chi-square with one degree of freedom. */
    @ParameterizedTest
    @CsvSource({"3.841458820694124, 0.05", "6.634896601021213, 0.01", "10.827566170662733, 0.001", "0, 1"})
    void p_isTheUpperTail(double g2, double p) {
        assertThat(Contrast.p(g2)).isEqualTo(p, within(1e-9));
    }

    /** The fifteen p-values of Benjamini and Hochberg 1995, section 3.2; at 0.05 four are rejected. */
    @Test
    void q_agreesWithBenjaminiAndHochberg() {
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        double[] q = {
            0.0015,
            0.003,
            0.0095,
            0.035625,
            0.0603,
            0.0638571429,
            0.0638571429,
            0.0645,
            0.0765,
            0.486,
            0.5811818182,
            0.714875,
            0.7532307692,
            0.8132142857,
            1.0
        };
        assertThat(Contrast.q(p)).containsExactly(q, within(1e-6));
        assertThat(Contrast.q(new double[0])).isEmpty();
    }

    @Test
    void q_keepsTheOrderGiven() {
        assertThat(Contrast.q(new double[] {0.5, 0.01, 0.02}))
                .containsExactly(new double[] {0.5, 0.03, 0.03}, within(1e-12));
    }
}
