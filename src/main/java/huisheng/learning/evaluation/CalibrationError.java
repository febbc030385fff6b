package huisheng.learning.evaluation;

/**
 * Expected calibration error: the mean distance, weighted by rows, between the mean confidence and the share that is right
 * in ten bins of equal width (Guo et al. 2017, equation 3).
 */
final class CalibrationError {
    private static final int BINS = 10;

    private CalibrationError() {}

    /** Rows, right ones and summed confidence of each bin. */
    static double[] counts(double confidence, boolean right) {
        double[] counts = new double[BINS * 3];
        // a bin holds its upper edge
        int bin = Math.clamp((int) Math.ceil(confidence * BINS) - 1, 0, BINS - 1);
        counts[bin * 3] = 1;
        counts[bin * 3 + 1] = right ? 1 : 0;
        counts[bin * 3 + 2] = confidence;
        return counts;
    }

    static double of(double[] counts) {
        double distance = 0;
        double rows = 0;
        for (int bin = 0; bin < BINS; bin++) {
            rows += counts[bin * 3];
            distance += Math.abs(counts[bin * 3 + 1] - counts[bin * 3 + 2]);
        }
        return Measure.ratio(distance, rows);
    }
}
