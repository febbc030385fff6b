package huisheng.insight.series;

/**
 * Minus twice the log-likelihood of a stretch with one level, over the dispersion and up to a constant: Poisson with
 * exposure, binomial, or normal with known relative precision. Each stretch takes constant time, by sums from the start.
 */
final class SegmentCost {
    private final Measure measure;
    private final double dispersion;
    private final double[] sums;
    private final double[] weights;

    /** @param dispersion above 0 */
    SegmentCost(Measure measure, double[] value, double[] weight, double dispersion) {
        this.measure = measure;
        this.dispersion = dispersion;
        this.sums = new double[value.length + 1];
        this.weights = new double[value.length + 1];
        for (int i = 0; i < value.length; i++) {
            sums[i + 1] = sums[i] + weight[i] * value[i];
            weights[i + 1] = weights[i] + weight[i];
        }
    }

    int size() {
        return sums.length - 1;
    }

    double of(int from, int until) {
        double sum = sums[until] - sums[from];
        double weight = weights[until] - weights[from];
        double likelihood = switch (measure) {
            case COUNT -> entropy(sum, weight);
            case SHARE -> entropy(sum, weight) + entropy(Math.max(0, weight - sum), weight);
            case MEAN -> sum * sum / weight / 2;
        };
        return -2 * likelihood / dispersion;
    }

    /** Likelihood ratio statistic of two levels that meet at {@code split} against one. */
    double gain(int from, int split, int until) {
        return of(from, until) - of(from, split) - of(split, until);
    }

    /** The split with the greatest gain, each side at least {@code margin} long; -1 where there is no room. */
    int bestSplit(int from, int until, int margin) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int split = from + margin; split <= until - margin; split++) {
            double cost = of(from, split) + of(split, until);
            if (cost < least) {
                least = cost;
                best = split;
            }
        }
        return best;
    }

    double level(int from, int until) {
        return (sums[until] - sums[from]) / (weights[until] - weights[from]);
    }

    private static double entropy(double sum, double weight) {
        return sum <= 0 ? 0 : sum * Math.log(sum / weight);
    }
}
