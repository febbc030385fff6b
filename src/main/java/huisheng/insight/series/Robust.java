package huisheng.insight.series;

import java.util.Arrays;

/** Means and medians that a few wild values leave alone. */
final class Robust {
    /** A squared standardised difference counts no more than this many times the mean: three standard deviations. */
    private static final double CLIP = 9;

    /** Makes the median absolute deviation a standard deviation of normal data: 1 / Φ⁻¹(3/4). */
    static final double MAD = 1.4826022185056018;

    private Robust() {}

    static double mean(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) sum += values[i];
        return size == 0 ? 0 : sum / size;
    }

    /** Mean of squares, each clipped at nine times the mean (a winsorised variance; fixed point from above). */
    static double clippedMean(double[] squares, int size) {
        double mean = mean(squares, size);
        for (int round = 0; round < 20; round++) {
            double sum = 0;
            for (int i = 0; i < size; i++) sum += Math.min(squares[i], CLIP * mean);
            double next = size == 0 ? 0 : sum / size;
            if (next > 0.999 * mean) break;
            mean = next;
        }
        return mean;
    }

    /** The middle value, mean of the two middle ones; sorts the range. */
    static double median(double[] values, int from, int until) {
        Arrays.sort(values, from, until);
        int size = until - from;
        double upper = values[from + size / 2];
        return size % 2 == 1 ? upper : (values[from + size / 2 - 1] + upper) / 2;
    }

    static double median(double[] values) {
        double[] copy = values.clone();
        return median(copy, 0, copy.length);
    }
}
