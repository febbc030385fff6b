package huisheng.insight.series;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Series of known making, from a seed. */
final class Synthetic {
    /** A week's rhythm, mean 1. */
    static final double[] WEEK = {1.1, 1.05, 1, 0.95, 1, 0.8, 1.1};

    private final Random random;

    Synthetic(long seed) {
        this.random = new Random(seed);
    }

    static double week(int day) {
        return WEEK[day % 7];
    }

    double normal() {
        return random.nextGaussian();
    }

    int between(int from, int until) {
        return random.nextInt(from, until);
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    long poisson(double mean) {
        if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
        double product = random.nextDouble();
        long k = 0;
        for (double least = Math.exp(-mean); product > least; k++) product *= random.nextDouble();
        return k;
    }

    /** With that many times the variance of a Poisson count. */
    long overdispersed(double mean, double dispersion) {
        double shape = mean / (dispersion - 1);
        return poisson(gamma(shape) * (dispersion - 1));
    }

    /** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000), 363–372. */
    private double gamma(double shape) {
        if (shape < 1) return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        double d = shape - 1.0 / 3;
        while (true) {
            double x = normal();
            double v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
        }
    }

    long binomial(long n, double p) {
        long k = 0;
        for (long i = 0; i < n; i++) if (random.nextDouble() < p) k++;
        return k;
    }

    Series poissons(int size, IntToDoubleFunction mean) {
        return Series.counts(longs(size, i -> poisson(mean.applyAsDouble(i))), 7);
    }

    Series overdispersed(int size, double dispersion, IntToDoubleFunction mean) {
        return Series.counts(longs(size, i -> overdispersed(mean.applyAsDouble(i), dispersion)), 7);
    }

    /** Means of a hundred each, with that deviation. */
    Series means(int size, double deviation, IntToDoubleFunction mean) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> Math.clamp(mean.applyAsDouble(i) + deviation * normal(), -1, 1));
        long[] n = new long[size];
        Arrays.fill(n, 100);
        return Series.means(values, n, -1, 1, 7);
    }

    /** Means with an autoregression of first order around 0.1. */
    Series autoregressive(int size, double rho) {
        double[] state = new double[1];
        return means(size, 0, i -> {
            state[0] = rho * state[0] + 0.05 * normal();
            return 0.1 + state[0];
        });
    }

    /** About a hundred a bucket, by the rhythm of the week. */
    long[] volume(int size) {
        return longs(size, i -> poisson(100 * week(i)));
    }

    Series shares(long[] n, IntToDoubleFunction share) {
        return Series.shares(longs(n.length, i -> binomial(n[i], share.applyAsDouble(i))), n, 7);
    }

    static long[] longs(int size, LongMaker maker) {
        long[] values = new long[size];
        Arrays.setAll(values, maker::make);
        return values;
    }

    interface LongMaker {
        long make(int bucket);
    }
}
