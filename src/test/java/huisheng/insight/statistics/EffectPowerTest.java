package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectPowerTest {
    /** Python's statistics.NormalDist: cdf(|e|/s − z) + cdf(−|e|/s − z). */
    @ParameterizedTest
    @CsvSource({"2.5, 1, 0.7054180011138004", "0.1, 0.05, 0.516005273976175", "0, 3, 0.05", "-4, 1, 0.9793266319025757"
    })
    void of_agreesWithPython(double effect, double error, double power) {
        assertThat(EffectPower.of(effect, error)).isCloseTo(power, within(1e-10));
    }

    @Test
    void detectable_isFoundWithFourOutOfFive() {
        assertThat(EffectPower.detectable(1)).isCloseTo(2.801585218112968, within(1e-10));
        assertThat(EffectPower.of(EffectPower.detectable(0.3), 0.3)).isCloseTo(0.8, within(2e-6));
    }

    @Test
    void noError_isRefused() {
        assertThatThrownBy(() -> EffectPower.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EffectPower.detectable(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
