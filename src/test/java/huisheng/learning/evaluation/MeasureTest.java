package huisheng.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Worked out by hand, or as scikit-learn's manual prints it. */
class MeasureTest {
    private static final Matrix DIGITS = new Matrix(List.of("0", "1", "2"), List.of("0", "1", "2"));

    @Test
    void matrix_example_givesThePrintedMacroF1() {
        // f1_score's own example: y_true [0, 1, 2, 0, 1, 2], y_pred [0, 2, 1, 0, 0, 1], macro 0.26…, accuracy 2/6
        String[] gold = {"0", "1", "2", "0", "1", "2"};
        String[] guess = {"0", "2", "1", "0", "0", "1"};
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < gold.length; i++) tallies.add(DIGITS.tally(gold[i], guess[i]));

        double[] sums = Tally.sum(tallies);

        assertThat(DIGITS.macroF1(sums)).isCloseTo(0.8 / 3, within(1e-12));
        assertThat(DIGITS.accuracy(sums)).isCloseTo(2 / 6.0, within(1e-12));
    }

    @Test
    void matrix_furtherGuess_isOnlyWrong() {
        Matrix matrix = new Matrix(List.of("a", "b"), List.of("a", "b", "none"));

        double[] sums = Tally.sum(List.of(matrix.tally("a", "a"), matrix.tally("a", "none"), matrix.tally("b", "b")));

        // a: one hit, one missed: 2/3; b: 1
        assertThat(matrix.macroF1(sums)).isCloseTo((2 / 3.0 + 1) / 2, within(1e-12));
    }

    @Test
    void matrix_classNowhere_isNotAveraged() {
        double[] sums = Tally.sum(List.of(DIGITS.tally("0", "0"), DIGITS.tally("1", "0")));

        // 0: one hit, one false alarm: 2/3; 1: never found: 0; 2 neither there nor guessed
        assertThat(DIGITS.macroF1(sums)).isCloseTo((2 / 3.0 + 0) / 2, within(1e-12));
    }

    @Test
    void f1_setsOfTwoRows_areMicroAveraged() {
        Tally one = Tally.sets(Set.of("a", "b"), Set.of("b", "c", "d"));
        Tally other = Tally.sets(Set.of("a"), Set.of("a"));
        double[] sums = Tally.sum(List.of(one, other));
        List<Measure> measures = Measure.precisionRecallF1("x");

        // 2 hits, 2 false alarms, 1 missed
        assertThat(measures.get(0).of(sums)).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(measures.get(1).of(sums)).isCloseTo(2 / 4.0, within(1e-12));
        assertThat(measures.get(2).of(sums)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(one.right()).isFalse();
        assertThat(other.right()).isTrue();
    }

    @Test
    void f1_nothingThereAndNothingFound_hasNoValue() {
        double[] silent = Tally.sum(List.of(Tally.presence(false, false)));

        assertThat(Measure.f1("x").of(silent)).isNaN();
        assertThat(Measure.presenceAccuracy("x").of(silent)).isEqualTo(1);
        assertThat(Measure.accuracy("x").of(Tally.sum(List.of(Tally.NONE)))).isNaN();
    }

    @Test
    void calibrationError_twoBins_isTheWeightedDistance() {
        double[] sums = new double[30];
        add(sums, 0.95, true);
        add(sums, 0.95, true);
        add(sums, 0.95, false);
        add(sums, 0.65, false);

        // bin (0.9, 1]: |2/3 - 0.95| of 3 rows; bin (0.6, 0.7]: |0 - 0.65| of 1
        assertThat(CalibrationError.of(sums)).isCloseTo(0.75 * (0.95 - 2 / 3.0) + 0.25 * 0.65, within(1e-12));
    }

    @Test
    void calibrationError_edges_fallIntoTheFirstAndLastBin() {
        assertThat(CalibrationError.counts(0, true)[0]).isEqualTo(1);
        assertThat(CalibrationError.counts(1, true)[27]).isEqualTo(1);
        assertThat(CalibrationError.counts(0.5, true)[12]).isEqualTo(1);
    }

    private static void add(double[] sums, double confidence, boolean right) {
        double[] counts = CalibrationError.counts(confidence, right);
        for (int i = 0; i < sums.length; i++) sums[i] += counts[i];
    }
}
