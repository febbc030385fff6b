package huisheng.insight.series;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A series without its season and without its gaps. Shares are told by their rarer side, so that a factor of the season
 * keeps them shares.
 */
final class Adjusted {
    final Measure measure;
    final Phases phases;

    /** Position in the series of each value. */
    final int[] bucket;

    final double[] value;

    /** Exposure of each value: its variance is {@code dispersion · measure.variance(mean) / weight}. */
    final double[] weight;

    private final boolean flipped;

    private Adjusted(Series series, double[] values, double[] weights, Phases phases, boolean flipped) {
        this.measure = series.measure();
        this.phases = phases;
        this.flipped = flipped;
        this.bucket =
                IntStream.range(0, values.length).filter(i -> weights[i] > 0).toArray();
        this.value = Arrays.stream(bucket)
                .mapToDouble(i -> phases.adjust(values[i], i))
                .toArray();
        this.weight = Arrays.stream(bucket)
                .mapToDouble(i -> phases.weight(weights[i], i))
                .toArray();
    }

    static Adjusted of(Series series) {
        double[] weights = Precision.weights(series);
        double[] values = new double[series.size()];
        Arrays.setAll(values, series::value);
        boolean flip = series.measure() == Measure.SHARE && mean(values, weights) > 0.5;
        if (flip) for (int i = 0; i < values.length; i++) values[i] = 1 - values[i];
        Phases phases = Phases.of(series.measure(), values, weights, series.seasons());
        return new Adjusted(series, values, weights, phases, flip);
    }

    /** With the season of another part of the series that begins where this one does. */
    static Adjusted like(Adjusted other, Series series) {
        double[] weights = Precision.weights(series);
        double[] values = new double[series.size()];
        Arrays.setAll(values, i -> other.flipped ? 1 - series.value(i) : series.value(i));
        return new Adjusted(series, values, weights, other.phases, other.flipped);
    }

    int size() {
        return value.length;
    }

    /** A level of adjusted values as one of the series, its season's mean. */
    double level(double adjusted) {
        return flipped ? 1 - adjusted : adjusted;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
