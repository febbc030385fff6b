package huisheng.learning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The probability from which on telling a label gives the best F1 on held-out rows. */
final class Threshold {
    /** A label seen this seldom has no threshold of its own. */
    private static final int FEWEST = 8;
    /** Held-out rows flatter the extremes. */
    private static final double LOWEST = 0.2;

    private static final double HIGHEST = 0.8;

    private Threshold() {}

    static float best(List<Example> rows, double[][] margins, int head, Calibration calibration) {
        int[] order = IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).labels()[head] != Example.UNKNOWN)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -margins[row][head]))
                .mapToInt(Integer::intValue)
                .toArray();
        long positives = IntStream.of(order)
                .filter(row -> rows.get(row).labels()[head] == 1)
                .count();
        if (positives < FEWEST) return 0.5f;
        double best = 0;
        double at = 0.5;
        int hits = 0;
        for (int told = 1; told < order.length; told++) {
            if (rows.get(order[told - 1]).labels()[head] == 1) hits++;
            double f1 = 2.0 * hits / (told + positives);
            if (f1 > best) {
                best = f1;
                double between = (margins[order[told - 1]][head] + margins[order[told]][head]) / 2;
                at = 1 / (1 + Math.exp(-(calibration.slope() * between + calibration.offset())));
            }
        }
        return (float) Math.clamp(at, LOWEST, HIGHEST);
    }
}
