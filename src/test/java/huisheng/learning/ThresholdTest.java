package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private static final Calibration PLAIN = new Calibration(1, 0);

    @Test
    void best_separatedMargins_liesBetweenThem() {
        assertThat(best(10, 10, 1.0, 0.0)).isCloseTo((float) (1 / (1 + Math.exp(-0.5))), within(1e-6f));
    }

    @Test
    void best_fewPositives_isHalf() {
        assertThat(best(7, 10, 1.0, 0.0)).isEqualTo(0.5f);
    }

    @Test
    void best_extremeMargins_areHeldInBounds() {
        assertThat(best(10, 10, 9.0, 8.0)).isEqualTo(0.8f);
        assertThat(best(10, 10, -8.0, -9.0)).isEqualTo(0.2f);
    }

    @Test
    void best_unknownRows_countForNothing() {
        List<Example> rows = rows(10, 10);
        double[][] margins = new double[40][];
        for (int i = 0; i < 20; i++) margins[i] = new double[] {i < 10 ? 1 : 0};
        for (int i = 20; i < 40; i++) {
            rows.add(row(Example.UNKNOWN));
            margins[i] = new double[] {0.9};
        }
        assertThat(Threshold.best(rows, margins, 0, PLAIN)).isEqualTo(best(10, 10, 1.0, 0.0));
    }

    private static float best(int positives, int negatives, double high, double low) {
        double[][] margins = new double[positives + negatives][];
        for (int i = 0; i < margins.length; i++) margins[i] = new double[] {i < positives ? high : low};
        return Threshold.best(rows(positives, negatives), margins, 0, PLAIN);
    }

    private static List<Example> rows(int positives, int negatives) {
        List<Example> rows = new ArrayList<>();
        for (int i = 0; i < positives + negatives; i++) rows.add(row((byte) (i < positives ? 1 : 0)));
        return rows;
    }

    private static Example row(byte label) {
        return new Example(new int[0], new byte[] {label}, 0, 1, 1, Example.NOTHING);
    }
}
