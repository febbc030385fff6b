package huisheng.insight.series;

import java.util.Arrays;

/** What was one season ago comes again; with a season of 1, the last value. A gap takes the value of a season before. */
final class SeasonalNaive implements Forecaster {
    private final double[] last;
    private int observed;

    SeasonalNaive(int season, double[] values, double[] weights) {
        last = new double[season];
        double fallback = 0;
        for (int i = values.length - 1; i >= 0; i--) if (weights[i] > 0) fallback = values[i];
        Arrays.fill(last, fallback);
    }

    @Override
    public void observe(double value, double weight) {
        if (weight > 0) last[observed % last.length] = value;
        observed++;
    }

    @Override
    public double ahead(int buckets) {
        return last[(observed + buckets - 1) % last.length];
    }
}
