package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.junit.jupiter.api.Test;

class HypergeometricTest {
    @Test
    void p_agreesWithAnotherImplementation() {
        for (int k = 3; k <= 12; k++) {
            var distribution = new HypergeometricDistribution(60, 40, 15);
            double lower = distribution.cumulativeProbability(k);
            double upper = distribution.upperCumulativeProbability(k);
            assertThat(Hypergeometric.p(20, 40, 15, k, 1))
                    .isEqualTo(Math.min(1, 2 * Math.min(lower, upper)), within(1e-10));
        }
    }

    /** By the definition: weights C(nB, j) C(nA, s − j) odds^j over j = 0, 1, 2. */
    @Test
    void p_withOddsAgreesWithTheDefinition() {
        double[] weights = {3, 9 * 2.0, 3 * 4.0};
        double all = weights[0] + weights[1] + weights[2];
        assertThat(Hypergeometric.p(3, 3, 2, 2, 2)).isEqualTo(2 * weights[2] / all, within(1e-12));
        assertThat(Hypergeometric.p(3, 3, 2, 0, 2)).isEqualTo(2 * weights[0] / all, within(1e-12));
    }

    @Test
    void p_ofTheUnlikeliestIsNoNonsense() {
        assertThat(Hypergeometric.p(100_000, 100_000, 2_000, 2_000, 1e-3)).isBetween(0.0, 1e-300);
        assertThat(Hypergeometric.p(10, 10, 0, 0, 1)).isEqualTo(1);
    }

    @Test
    void z_isTheInverseOfP() {
        for (double z : new double[] {1e-3, 0.5, 1.959963984540054, 4, 9, 20, 36}) {
            assertThat(ChangeStatistic.z(ChangeStatistic.p(z))).isEqualTo(z, within(1e-9));
        }
        assertThat(ChangeStatistic.p(1.959963984540054)).isEqualTo(0.05, within(1e-12));
        assertThat(ChangeStatistic.z(0)).isBetween(36.0, 37.0);
    }

    /** Wallace's approximation, far in the tail too. */
    @Test
    void normal_isTheQuantileOfStudentsT() {
        for (double t : new double[] {0.5, 2, 4, 6}) {
            double p = 2 * new TDistribution(25).cumulativeProbability(-t);
            assertThat(MeanStatistic.normal(t, 25)).isEqualTo(ChangeStatistic.z(p), within(0.01 * t));
        }
    }

    /** Both windows' odds of the fitted table have the ratio that was asked for. */
    @Test
    void fitted_keepsTheOddsRatio() {
        for (double odds : new double[] {0.01, 0.5, 1, 3, 200}) {
            double a = ShareStatistic.fitted(50, 80, 40, odds);
            double b = 40 - a;
            assertThat(b / (80 - b) * ((50 - a) / a)).isEqualTo(odds, within(1e-9 * odds));
        }
    }
}
