package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against scipy.stats of SciPy 1.17. */
class TailsTest {
    @Test
    void negativeBinomial_agreesWithSciPy() {
        Tails tails = new Tails.Whole(6, 15);
        assertThat(tails.lower(3)).isEqualTo(0.289792, within(1e-9));
        assertThat(tails.upper(14)).isEqualTo(0.046422930810470386, within(1e-9));
        assertThat(tails.least(0.001)).isZero();
        assertThat(tails.greatest(0.001)).isEqualTo(24);
    }

    @Test
    void poisson_agreesWithSciPy() {
        Tails tails = new Tails.Whole(4.5, 4.5);
        assertThat(tails.lower(1)).isEqualTo(0.06109948096033269, within(1e-9));
        assertThat(tails.upper(10)).isEqualTo(0.017092732899378595, within(1e-9));
    }

    @Test
    void binomial_agreesWithSciPy() {
        Tails tails = new Tails.Whole(6, 4.2);
        assertThat(tails.lower(2)).isEqualTo(0.03548313229846864, within(1e-9));
        assertThat(tails.upper(11)).isEqualTo(0.017144816431258418, within(1e-9));
        assertThat(tails.upper(21)).isZero();
        assertThat(tails.lower(20)).isEqualTo(1);
    }

    @Test
    void student_agreesWithSciPy() {
        Tails tails = new Tails.Smooth(1, 0.2, 30);
        assertThat(tails.lower(0.5)).isEqualTo(0.009057824534033344, within(1e-9));
        assertThat(tails.upper(1.5)).isEqualTo(0.009057824534033344, within(1e-9));
        // two-sided, so that it is the deviate of as unlikely a value
        assertThat(tails.z(0.5)).isEqualTo(-2.363245815827125, within(1e-6));
        assertThat(tails.least(0.009057824534033344)).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void bounds_areTheLastThatAreNotTooFarOut() {
        for (double mean : new double[] {0.1, 0.9, 3, 40, 700}) {
            for (double ratio : new double[] {0.7, 1, 1.5, 6}) {
                Tails tails = new Tails.Whole(mean, mean * ratio);
                double low = tails.least(0.001);
                double high = tails.greatest(0.001);
                assertThat(tails.lower(low)).isGreaterThan(0.001);
                assertThat(tails.upper(high)).isGreaterThan(0.001);
                if (low > 0) assertThat(tails.lower(low - 1)).isLessThanOrEqualTo(0.001);
                assertThat(tails.upper(high + 1)).isLessThanOrEqualTo(0.001);
            }
        }
    }
}
