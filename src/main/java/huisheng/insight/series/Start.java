package huisheng.insight.series;

/** Where smoothing begins: level, trend and season of the first buckets, by means over whole seasons. */
final class Start {
    final double level;
    final double trend;

    /** Effects of the first buckets in turn, mean 0. */
    final double[] season;

    private Start(double level, double trend, double[] season) {
        this.level = level;
        this.trend = trend;
        this.season = season;
    }

    /** @param buckets to look at, as many of them as there are */
    static Start of(double[] y, double[] w, int m, int buckets) {
        int n = Math.min(y.length, buckets) / m * m;
        int half = n / 2 / m * m;
        double trend = half == 0 ? 0 : (mean(y, w, n - half, n) - mean(y, w, 0, half)) / (n - half);
        double level = mean(y, w, 0, n) - trend * (n - 1) / 2.0;
        double[] season = new double[m];
        if (m > 1) {
            double total = 0;
            for (int phase = 0; phase < m; phase++) {
                season[phase] = effect(y, w, phase, m, n, level, trend);
                total += season[phase];
            }
            for (int phase = 0; phase < m; phase++) season[phase] -= total / m;
        }
        return new Start(level, trend, season);
    }

    private static double effect(double[] y, double[] w, int phase, int m, int n, double level, double trend) {
        double sum = 0;
        double weight = 0;
        for (int i = phase; i < n; i += m) {
            sum += w[i] * (y[i] - level - trend * i);
            weight += w[i];
        }
        return weight == 0 ? 0 : sum / weight;
    }

    private static double mean(double[] y, double[] w, int from, int until) {
        double sum = 0;
        double weight = 0;
        for (int i = from; i < until; i++) {
            sum += w[i] * y[i];
            weight += w[i];
        }
        return weight == 0 ? 0 : sum / weight;
    }
}
