package huisheng.insight.series;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * What each phase of the season adds (means) or multiplies (counts, shares), by ratio to moving average: every bucket
 * against the mean of the whole season around it; R. J. Hyndman and G. Athanasopoulos, "Forecasting: principles and
 * practice" (3rd ed. 2021), section 3.4. Spikes are clipped. There is a season only where an F test at 1 % says so.
 */
final class Phases {
    private static final double SIGNIFICANT = 0.01;
    private static final int MIN_CYCLES = 3;
    private static final int ROUNDS = 3;
    private static final double CLIP = 4;

    private final Measure measure;
    private final double[] effect;

    private Phases(Measure measure, double[] effect) {
        this.measure = measure;
        this.effect = effect;
    }

    /** Effects of the longest season that shows. */
    static Phases of(Measure measure, double[] values, double[] weights, int[] seasons) {
        for (int i = seasons.length - 1; i >= 0; i--) {
            int m = seasons[i];
            if ((long) m * MIN_CYCLES > values.length) continue;
            Phases phases = new Fit(measure, values, weights, m).fit();
            if (phases.season() > 1) return phases;
        }
        return none(measure);
    }

    private static Phases none(Measure measure) {
        return new Phases(measure, new double[] {measure == Measure.MEAN ? 0 : 1});
    }

    int season() {
        return effect.length;
    }

    double effect(int bucket) {
        return effect[bucket % effect.length];
    }

    boolean additive() {
        return measure == Measure.MEAN;
    }

    /** The value without its season. */
    double adjust(double value, int bucket) {
        return additive() ? value - effect(bucket) : value / effect(bucket);
    }

    /** Of the level, the value with the season. */
    double restore(double level, int bucket) {
        return additive() ? level + effect(bucket) : level * effect(bucket);
    }

    /** The weight of the adjusted value: a factor of exposure for what is counted. */
    double weight(double weight, int bucket) {
        return additive() ? weight : weight * effect(bucket);
    }

    private static final class Fit {
        final Measure measure;
        final double[] values;
        final double[] weights;
        final double[] clipped;
        double[] local;
        final int m;

        Fit(Measure measure, double[] values, double[] weights, int m) {
            this.measure = measure;
            this.values = values;
            this.weights = weights;
            this.m = m;
            this.clipped = withoutExtremes();
            this.local = local();
        }

        Phases fit() {
            Phases phases = estimate();
            double dispersion = 0;
            for (int round = 0; round < ROUNDS; round++) {
                dispersion = dispersion(phases);
                clip(phases, dispersion);
                local = local();
                phases = estimate();
            }
            return significant(phases, dispersion) ? phases : none(measure);
        }

        /** The greatest value of each phase becomes its second greatest, the least its second least. */
        private double[] withoutExtremes() {
            double[] cut = values.clone();
            for (int phase = 0; phase < m; phase++) {
                int[] at = IntStream.iterate(phase, i -> i < values.length, i -> i + m)
                        .filter(i -> weights[i] > 0)
                        .toArray();
                if (at.length < 3) continue;
                double[] sorted =
                        Arrays.stream(at).mapToDouble(i -> values[i]).sorted().toArray();
                for (int i : at) cut[i] = Math.clamp(values[i], sorted[1], sorted[sorted.length - 2]);
            }
            return cut;
        }

        /** Mean of the m buckets around each; shifted inwards at the ends, so that each phase is in it once. */
        private double[] local() {
            int n = values.length;
            double[] sum = new double[n + 1];
            double[] weight = new double[n + 1];
            for (int i = 0; i < n; i++) {
                sum[i + 1] = sum[i] + weights[i] * clipped[i];
                weight[i + 1] = weight[i] + weights[i];
            }
            double[] mean = new double[n];
            for (int i = 0; i < n; i++) {
                int from = Math.clamp(i - m / 2, 0, n - m);
                double total = weight[from + m] - weight[from];
                mean[i] = total == 0 ? 0 : Math.max(measure.low(), (sum[from + m] - sum[from]) / total);
            }
            return mean;
        }

        private Phases estimate() {
            double[] observed = new double[m];
            double[] expected = new double[m];
            boolean additive = measure == Measure.MEAN;
            for (int i = 0; i < values.length; i++) {
                observed[i % m] += weights[i] * (additive ? clipped[i] - local[i] : clipped[i]);
                expected[i % m] += weights[i] * (additive ? 1 : local[i]);
            }
            double[] effect = new double[m];
            for (int j = 0; j < m; j++) {
                // half an event keeps a phase in which nothing ever happened from dividing by zero
                double ratio = additive
                        ? observed[j] / Math.max(expected[j], 1e-9)
                        : (observed[j] + 0.5) / (expected[j] + 0.5);
                effect[j] = expected[j] == 0 ? (additive ? 0 : 1) : ratio;
            }
            double mean = Arrays.stream(effect).average().orElse(0);
            for (int j = 0; j < m; j++) effect[j] = additive ? effect[j] - mean : effect[j] / mean;
            return new Phases(measure, effect);
        }

        private double dispersion(Phases phases) {
            double[] squares = new double[values.length];
            int size = 0;
            for (int i = 0; i < values.length; i++) {
                if (weights[i] == 0) continue;
                double expected = phases.restore(local[i], i);
                double variance = measure.variance(expected) / weights[i];
                double residual = values[i] - expected;
                squares[size++] = variance == 0 ? 0 : residual * residual / variance;
            }
            double freedom = Math.max(1, degrees(size));
            double mean = Robust.clippedMean(squares, size) * size / freedom;
            return measure == Measure.MEAN ? mean : Math.max(1, mean);
        }

        private double degrees(int known) {
            return known - m - (double) known / m;
        }

        private void clip(Phases phases, double dispersion) {
            for (int i = 0; i < values.length; i++) {
                if (weights[i] == 0) continue;
                double expected = phases.restore(local[i], i);
                double whole = measure == Measure.MEAN ? 0 : 2 / weights[i];
                double reach = CLIP * Math.sqrt(dispersion * measure.variance(expected) / weights[i]) + whole;
                clipped[i] = Math.clamp(values[i], expected - reach, expected + reach);
            }
        }

        /** Pearson statistic of the phases' sums against no season, over the dispersion: F with m-1 degrees above. */
        private boolean significant(Phases phases, double dispersion) {
            double[] excess = new double[m];
            double[] variance = new double[m];
            int known = 0;
            for (int i = 0; i < values.length; i++) {
                if (weights[i] == 0) continue;
                known++;
                excess[i % m] += weights[i] * (phases.restore(local[i], i) - local[i]);
                variance[i % m] += weights[i] * measure.variance(local[i]);
            }
            double sum = 0;
            for (int j = 0; j < m; j++) if (variance[j] > 0) sum += excess[j] * excess[j] / variance[j];
            double freedom = degrees(known);
            if (freedom < 1 || sum == 0) return false;
            if (dispersion == 0) return true;
            double f = sum / dispersion / (m - 1);
            return 1 - new FDistribution(m - 1, freedom).cumulativeProbability(f) < SIGNIFICANT;
        }
    }
}
