package huisheng.learning.evaluation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A figure that follows from sums over rows, so that drawing rows again is only adding up again.
 *
 * @param formula from the summed counts; NaN where nothing was there to be right or wrong about
 */
record Measure(String name, ToDoubleFunction<double[]> formula) {
    double of(double[] sums) {
        return sums.length == 0 ? Double.NaN : formula.applyAsDouble(sums);
    }

    /** Reads right, all. */
    static Measure accuracy(String name) {
        return new Measure(name, s -> ratio(s[0], s[1]));
    }

    /** Reads hits, false alarms, misses: 2·hits / (2·hits + false alarms + misses). */
    static Measure f1(String name) {
        return new Measure(name, s -> f1(s[0], s[1], s[2]));
    }

    static List<Measure> precisionRecallF1(String name) {
        return List.of(
                f1(name + " F1"),
                new Measure(name + " precision", s -> ratio(s[0], s[0] + s[1])),
                new Measure(name + " recall", s -> ratio(s[0], s[0] + s[2])));
    }

    /** Reads hits, false alarms, misses and true silence. */
    static Measure presenceAccuracy(String name) {
        return new Measure(name, s -> ratio(s[0] + s[3], s[0] + s[1] + s[2] + s[3]));
    }

    static double f1(double hits, double wrong, double missed) {
        return ratio(2 * hits, 2 * hits + wrong + missed);
    }

    static double ratio(double part, double whole) {
        return whole == 0 ? Double.NaN : part / whole;
    }
}
