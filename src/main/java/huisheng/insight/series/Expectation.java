package huisheng.insight.series;

/**
 * What is expected of one bucket of an adjusted series.
 *
 * @param at index among the adjusted values
 * @param level expected of the adjusted value
 * @param scale of the adjusted value to what {@code tails} is about: its exposure where whole events are counted, else 1
 */
record Expectation(Adjusted series, int at, double level, double scale, Tails tails) {
    double p() {
        return tails.p(series.value[at] * scale);
    }

    /** @param threshold the p at which a value is an anomaly */
    Anomalies.Band band(Series original, double threshold) {
        double low = restored(tails.least(threshold / 2) / scale);
        double high = restored(tails.greatest(threshold / 2) / scale);
        int bucket = series.bucket[at];
        double z = tails.z(series.value[at] * scale);
        return new Anomalies.Band(
                bucket,
                original.value(bucket),
                restored(level),
                Math.clamp(Math.min(low, high), original.low(), original.high()),
                Math.clamp(Math.max(low, high), original.low(), original.high()),
                series.level(1) < series.level(0) ? -z : z,
                p(),
                p() <= threshold);
    }

    private double restored(double adjusted) {
        return series.level(series.phases.restore(adjusted, series.bucket[at]));
    }
}
