package huisheng.insight.series;

/** How often something was said of how many times it could have been, summed from the start: any stretch in no time. */
final class Occurrences {
    private final long[] k;
    private final long[] n;
    private final double[] said;
    private final double[] could;

    Occurrences(long[] k, long[] n) {
        if (k.length != n.length || k.length > Series.MAX_BUCKETS) {
            throw new IllegalArgumentException(k.length + " of " + n.length + " buckets");
        }
        this.k = k.clone();
        this.n = n.clone();
        this.said = new double[k.length + 1];
        this.could = new double[k.length + 1];
        for (int i = 0; i < k.length; i++) {
            if (k[i] < 0 || k[i] > n[i]) throw new IllegalArgumentException(k[i] + " of " + n[i] + " in bucket " + i);
            said[i + 1] = said[i] + k[i];
            could[i + 1] = could[i] + n[i];
        }
    }

    int size() {
        return k.length;
    }

    double k(int bucket) {
        return k[bucket];
    }

    double n(int bucket) {
        return n[bucket];
    }

    double said(int from, int until) {
        return said[until] - said[from];
    }

    double could(int from, int until) {
        return could[until] - could[from];
    }

    double said() {
        return said[size()];
    }

    double could() {
        return could[size()];
    }

    double share(int from, int until) {
        double of = could(from, until);
        return of == 0 ? 0 : said(from, until) / of;
    }

    /** Poisson likelihood ratio statistic of one rate in the stretch and one outside against one rate; 0 where it is lower. */
    double gain(int from, int until) {
        double in = said(from, until);
        double expected = said() * could(from, until) / could();
        if (in <= expected || expected == 0) return 0;
        return 2 * (part(in, expected) + part(said() - in, said() - expected));
    }

    private static double part(double observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }
}
