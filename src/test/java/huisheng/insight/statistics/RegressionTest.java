package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static void assertNear(List<Double> values, double... expected) {
        assertThat(values).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) assertThat(values.get(i)).isCloseTo(expected[i], within(1e-9));
    }

    /** numpy 2.4: b = solve(R, r), errors sqrt((1 − b·r)/(n − 4) diag(inv(R))). */
    @Test
    void of_agreesWithNumpy() {
        double[][] predictors = {{1, .3, .1}, {.3, 1, -.2}, {.1, -.2, 1}};
        Regression found = Regression.of(predictors, new double[] {.5, .4, .2}, 120);
        assertThat(found.r2()).isCloseTo(0.36745283018867925, within(1e-9));
        assertNear(found.coefficients(), 0.3773584905660377, 0.33254716981132076, 0.22877358490566038);
        assertNear(found.errors(), 0.07856971073596526, 0.079787918432515, 0.07649626553433332);
    }

    /**
     * numpy.linalg.lstsq of y = 2.1 2.9 4.2 4.8 6.1 6.9 8.3 9.2 on 1..8 and 2 1 4 3 6 5 8 9, coefficients and errors times
     * sd(x)/sd(y).
     */
    @Test
    void of_agreesWithARegressionOfData() {
        double r = 0.9320546490018001;
        double[] criterion = {0.9978258695497648, 0.9522077758854972};
        Regression found = Regression.of(new double[][] {{1, r}, {r, 1}}, criterion, 8);
        assertNear(found.coefficients(), 0.8403497638819404, 0.1689558716717702);
        assertNear(found.errors(), 0.030137759916045004, 0.030137759916045004);
    }

    @Test
    void twins_shareWhatBothExplain() {
        Regression found = Regression.of(new double[][] {{1, 1}, {1, 1}}, new double[] {.6, .6}, 50);
        assertNear(found.coefficients(), .3, .3);
        assertThat(found.r2()).isCloseTo(.36, within(1e-9));
    }

    @Test
    void allExplained_hasNoError() {
        assertNear(Regression.of(new double[][] {{1}}, new double[] {1}, 9).errors(), 0);
    }

    @Test
    void tooFewObservations_areRefused() {
        assertThatThrownBy(() -> Regression.of(new double[][] {{1}}, new double[] {.5}, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
