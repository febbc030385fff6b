package huisheng.insight.series;

import java.util.Arrays;

/** Cuts single wild values down, so that no spike passes for a shift of level. */
final class Spikes {
    private static final int REACH = 7;
    private static final double WIDTH = 4;

    private Spikes() {}

    /** The values, where they leave both the medians before and after them by more than four standard deviations cut. */
    static double[] cut(Adjusted series, double dispersion) {
        int n = series.size();
        double[] cut = series.value.clone();
        for (int i = 0; i < n; i++) {
            double before = median(series.value, Math.max(0, i - REACH), i + 1);
            double after = median(series.value, i, Math.min(n, i + REACH + 1));
            double reach = reach(series, i, level(series, i), dispersion);
            cut[i] = Math.clamp(cut[i], Math.min(before, after) - reach, Math.max(before, after) + reach);
        }
        return cut;
    }

    /** Mean of the values around it, the greatest and the least of them left out too. */
    private static double level(Adjusted series, int i) {
        double sum = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        int size = 0;
        for (int j = Math.max(0, i - REACH); j < Math.min(series.size(), i + REACH + 1); j++) {
            if (j == i) continue;
            double value = series.value[j];
            sum += value;
            greatest = Math.max(greatest, value);
            least = Math.min(least, value);
            size++;
        }
        return size < 3 ? series.value[i] : (sum - greatest - least) / (size - 2);
    }

    private static double reach(Adjusted series, int i, double level, double dispersion) {
        double deviation = Math.sqrt(dispersion * series.measure.variance(level) / series.weight[i]);
        // rare events come in whole ones
        double whole = series.measure == Measure.MEAN ? 0 : 2 / series.weight[i];
        return WIDTH * deviation + whole;
    }

    private static double median(double[] values, int from, int until) {
        double[] part = Arrays.copyOfRange(values, from, until);
        return Robust.median(part, 0, part.length);
    }
}
