package huisheng.insight.series;

/**
 * Fits a rate that is p0 up to a start, rises in a straight line to p0 + d within some buckets, and stays until an end,
 * after which it is p0 again. Poisson likelihood, maximised by expectation–maximisation over which of the two terms an
 * occurrence belongs to (A. P. Dempster, N. M. Laird and D. B. Rubin, JRSS B 39 (1977), 1–38).
 */
final class Rise {
    private static final int ROUNDS = 8;
    private final Occurrences series;
    private final int end;
    private double base;
    private double height;

    Rise(Occurrences series, int end) {
        this.series = series;
        this.end = end;
    }

    /** Log-likelihood up to a constant; negative infinity where nothing rises. */
    double fit(int start, int rise) {
        int full = start + rise;
        double outsideK = series.said() - series.said(start, end);
        double outsideN = series.could() - series.could(start, end);
        double plateauK = series.said(full, end);
        double exposure = series.could(full, end);
        for (int t = start; t < full; t++) exposure += series.n(t) * share(t - start, rise);
        // where nothing could be said, nothing tells of a start
        if (exposure == 0 || outsideN == 0) return Double.NEGATIVE_INFINITY;
        // a tenth of an occurrence, so that what was never said before can be said at all
        base = (outsideK + 0.1) / outsideN;
        height = Math.max(0.1, series.said(start, end) - base * series.could(start, end)) / exposure;
        if (rise == 0) height = Math.max(0, plateauK / exposure - base);
        for (int round = 0; round < (rise == 0 ? 0 : ROUNDS); round++) {
            double up = plateauK * height / (base + height);
            double total = outsideK + plateauK;
            for (int t = start; t < full; t++) {
                double k = series.k(t);
                if (k == 0) continue;
                double risen = height * share(t - start, rise);
                up += k * risen / (base + risen);
                total += k;
            }
            base = (total - up + 0.1) / series.could();
            height = up / exposure;
        }
        return likelihood(start, rise, exposure);
    }

    private double likelihood(int start, int rise, double exposure) {
        int full = start + rise;
        double sum = (series.said() - series.said(start, end)) * Math.log(base)
                - base * series.could()
                + series.said(full, end) * Math.log(base + height)
                - height * exposure;
        for (int t = start; t < full; t++) {
            double k = series.k(t);
            if (k > 0) sum += k * Math.log(base + height * share(t - start, rise));
        }
        return sum;
    }

    /** Rate in a bucket by the last fit. */
    double rate(int bucket, int start, int rise) {
        if (bucket < start || bucket >= end) return base;
        return base + height * (bucket >= start + rise ? 1 : share(bucket - start, rise));
    }

    /** How far up a bucket lies that began {@code since} buckets after the start, in its middle. */
    private static double share(int since, int rise) {
        return (since + 0.5) / rise;
    }
}
