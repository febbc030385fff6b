package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalseDiscoveryTest {
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
        assertThat(FalseDiscovery.q(p)).containsExactly(q, within(1e-6));
        assertThat(FalseDiscovery.q(new double[0])).isEmpty();
    }

    @Test
    void q_keepsTheOrderGiven() {
        assertThat(FalseDiscovery.q(new double[] {0.5, 0.01, 0.02}))
                .containsExactly(new double[] {0.5, 0.03, 0.03}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void q_noProbabilityIsRefused(double p) {
        assertThatThrownBy(() ->
                        assertThat(FalseDiscovery.q(new double[] {0.5, p})).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(p + " is no probability");
    }
}
