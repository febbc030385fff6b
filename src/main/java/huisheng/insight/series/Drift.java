package huisheng.insight.series;

import java.util.List;

/** Whether a straight line tells a series at least as well as the steps found in it. */
final class Drift {
    private Drift() {}

    /**
     * Compares squared residuals in units of their variance, the penalty per change added; a line counts as one change.
     *
     * @param bounds 0, the changes, the size
     */
    static boolean tellsBetter(
            Adjusted series, double[] values, List<Integer> bounds, double dispersion, double penalty) {
        double[] precision = new double[values.length];
        double steps = penalty * (bounds.size() - 2);
        double overall = level(values, series.weight, 0, values.length);
        for (int i = 1; i < bounds.size(); i++) {
            double level = level(values, series.weight, bounds.get(i - 1), bounds.get(i));
            for (int j = bounds.get(i - 1); j < bounds.get(i); j++) {
                // half way to the overall level, where a stretch is all zeros and would allow no deviation
                double variance = series.measure.variance((level + overall) / 2);
                precision[j] = variance == 0 ? 0 : series.weight[j] / variance / dispersion;
                steps += precision[j] * (values[j] - level) * (values[j] - level);
            }
        }
        return lineResiduals(series, values, precision) + penalty <= steps;
    }

    private static double lineResiduals(Adjusted series, double[] values, double[] precision) {
        double w = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double origin = series.bucket[0];
        for (int i = 0; i < values.length; i++) {
            double at = series.bucket[i] - origin;
            w += precision[i];
            x += precision[i] * at;
            y += precision[i] * values[i];
            xx += precision[i] * at * at;
            xy += precision[i] * at * values[i];
            yy += precision[i] * values[i] * values[i];
        }
        double sxx = xx - x * x / w;
        double sxy = xy - x * y / w;
        return yy - y * y / w - sxy * sxy / sxx;
    }

    private static double level(double[] values, double[] weight, int from, int until) {
        double sum = 0;
        double total = 0;
        for (int i = from; i < until; i++) {
            sum += weight[i] * values[i];
            total += weight[i];
        }
        return sum / total;
    }
}
