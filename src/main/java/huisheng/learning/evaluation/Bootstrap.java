package huisheng.learning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 95 % percentile intervals (Efron 1979): rows are drawn again with replacement and each figure computed anew. The same
 * seed gives the same interval on any number of cores.
 */
record Bootstrap(int resamples, long seed) {
    private static final double TAIL = 0.025;

    record Interval(double low, double high) {}

    /** @return per measure of the facet; null where no resample gave the figure a meaning, or none was asked for */
    List<@Nullable Interval> intervals(Facet facet, List<Tally> tallies) {
        int width = tallies.stream().mapToInt(Tally::width).max().orElse(0);
        double[][] drawn = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> draw(facet, tallies, width, new SplittableRandom(seed + i)))
                .toArray(double[][]::new);
        return IntStream.range(0, facet.measures().size())
                .<@Nullable Interval>mapToObj(m -> interval(Arrays.stream(drawn)
                        .mapToDouble(figures -> figures[m])
                        .filter(figure -> !Double.isNaN(figure))
                        .sorted()
                        .toArray()))
                .toList();
    }

    private static double[] draw(Facet facet, List<Tally> tallies, int width, SplittableRandom random) {
        double[] sums = new double[width];
        for (int i = 0; i < tallies.size(); i++)
            tallies.get(random.nextInt(tallies.size())).addTo(sums);
        return facet.measures().stream().mapToDouble(m -> m.of(sums)).toArray();
    }

    private static @Nullable Interval interval(double[] sorted) {
        if (sorted.length == 0) return null;
        return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
    }

    /** Between neighbours on a line, as R's type 7 and numpy's default do. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
