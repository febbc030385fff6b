package huisheng.insight.change;

/**
 * Fisher's noncentral hypergeometric distribution: R. A. Fisher, "The logic of inductive inference", JRSS 98 (1935),
 * 39–82.
 */
final class Hypergeometric {
    private static final double NEGLIGIBLE = 1e-17;

    private Hypergeometric() {}

    /**
     * Two-sided: twice the smaller tail, the observed included.
     *
     * @param s hits of both windows together, {@code k} of them in B
     * @param odds ratio B : A
     */
    static double p(long nA, long nB, long s, long k, double odds) {
        double up = 1;
        double weight = 1;
        for (long j = k; j < Math.min(s, nB); j++) {
            double ratio = (double) (nB - j) * (s - j) / ((double) (j + 1) * (nA - s + j + 1)) * odds;
            weight *= ratio;
            up += weight;
            if (ratio < 1 && weight < NEGLIGIBLE * up) break;
        }
        double down = 1;
        weight = 1;
        for (long j = k; j > Math.max(0, s - nA); j--) {
            double ratio = (double) j * (nA - s + j) / ((double) (nB - j + 1) * (s - j + 1)) / odds;
            weight *= ratio;
            down += weight;
            if (ratio < 1 && weight < NEGLIGIBLE * down) break;
        }
        double p = 2 * Math.min(up, down) / (up + down - 1);
        // Weights beyond the range of double: the observed one is that unlikely.
        return Double.isNaN(p) ? 0 : Math.min(1, p);
    }
}
