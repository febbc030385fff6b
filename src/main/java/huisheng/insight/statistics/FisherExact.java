package huisheng.insight.statistics;

/**
 * Fisher's exact test of two shares: R. A. Fisher, "The logic of inductive inference", Journal of the Royal Statistical
 * Society 98 (1935), 39–54. Two-sided by adding all tables that are no likelier than the one seen.
 */
final class FisherExact {
    /** Tables as likely as the one seen but for rounding count as such. */
    private static final double TIE = 1 + 1e-7;

    private FisherExact() {}

    /** Takes as many steps as the least of the four margins. */
    static double p(Proportion first, Proportion second) {
        long said = first.k() + second.k();
        long least = Math.max(0, said - second.n());
        int size = Math.toIntExact(Math.min(said, first.n()) - least + 1);
        double[] weights = weights(first.n(), second.n(), said, least, size);
        double seen = weights[Math.toIntExact(first.k() - least)] * TIE;
        double all = 0;
        double extreme = 0;
        for (double weight : weights) {
            all += weight;
            if (weight <= seen) extreme += weight;
        }
        return Math.min(1, extreme / all);
    }

    /** Hypergeometric up to a factor; it starts with 1 at the likeliest table, so that only the unlikely underflow. */
    private static double[] weights(long n1, long n2, long said, long least, int size) {
        double mode = Math.floor((said + 1.0) * (n1 + 1.0) / (n1 + n2 + 2.0));
        int peak = (int) Math.max(0, Math.min(size - 1, mode - least));
        double[] weights = new double[size];
        weights[peak] = 1;
        for (int i = peak + 1; i < size; i++) weights[i] = weights[i - 1] * step(n1, n2, said, least + i);
        for (int i = peak - 1; i >= 0; i--) weights[i] = weights[i + 1] / step(n1, n2, said, least + i + 1);
        return weights;
    }

    /** How much likelier it is that {@code k} of {@code said} fall on the first side than that one fewer does. */
    private static double step(long n1, long n2, long said, long k) {
        return ((double) (said - k + 1) / k) * ((double) (n1 - k + 1) / (n2 - said + k));
    }
}
