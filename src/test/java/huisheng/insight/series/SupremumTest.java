package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Against Python 3 with SciPy 1.17: the formulas written anew, integrals by quadrature. */
class SupremumTest {
    @Test
    void step_agreesWithSciPy() {
        assertThat(Supremum.step(12.5, 180, 5)).isEqualTo(0.018683798508383257, within(1e-9));
        assertThat(Supremum.step(20, 365, 7)).isEqualTo(0.0006217316198497329, within(1e-9));
        assertThat(Supremum.step(0.5, 365, 7)).isEqualTo(1);
        assertThat(Supremum.step(Supremum.stepAt(0.05, 365, 7), 365, 7)).isEqualTo(0.05, within(1e-9));
    }

    @Test
    void stretch_agreesWithSciPy() {
        assertThat(Supremum.stretch(20, 180)).isEqualTo(0.01136546774427463, within(1e-6));
        assertThat(Supremum.stretch(30, 365)).isEqualTo(0.00020091246647678076, within(1e-6));
        assertThat(Supremum.stretch(1, 365)).isEqualTo(1);
    }

    /** Student's t = 4 with 20 and 5 with 100 degrees of freedom, as squared normal deviates of the same tail. */
    @Test
    void known_isStudentsTail() {
        assertThat(Supremum.known(16, 20)).isCloseTo(11.479915480426854, Percentage.withPercentage(0.1));
        assertThat(Supremum.known(25, 100)).isCloseTo(22.205137158447332, Percentage.withPercentage(0.1));
        assertThat(Supremum.estimated(Supremum.known(16, 20), 20)).isEqualTo(16, within(1e-9));
    }

    @Test
    void both_isChiSquaresTail() {
        assertThat(Supremum.both(3.841458820694124)).isEqualTo(0.05, within(1e-9));
    }
}
