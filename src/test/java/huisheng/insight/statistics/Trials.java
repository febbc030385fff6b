package huisheng.insight.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Repeated experiments with a printed seed; run again with {@code -Dseed=…}. */
final class Trials {
    static final int ROUNDS = 5_000;
    private final String name;
    private final Random random;
    private double sum;
    private double least = 1;
    private double most;
    private double last;
    private int cells;

    Trials(String name) {
        long seed = Long.getLong("seed", 20_260_101L);
        System.out.println(name + " -Dseed=" + seed);
        this.name = name;
        random = new Random(seed);
    }

    /** One cell of the grid: how often the experiment ends so. */
    void cell(BooleanSupplier experiment) {
        int times = 0;
        for (int i = 0; i < ROUNDS; i++) {
            if (experiment.getAsBoolean()) times++;
        }
        last = (double) times / ROUNDS;
        sum += last;
        least = Math.min(least, last);
        most = Math.max(most, last);
        cells++;
    }

    double last() {
        return last;
    }

    double average() {
        return sum / cells;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Prints what was found, also where the test passes. */
    void tell() {
        System.out.printf("%s: %d cells, average %.4f, from %.4f to %.4f%n", name, cells, average(), least, most);
    }

    Random random() {
        return random;
    }

    /** Draws from a distribution over 0, 1, … by its cumulative probabilities. */
    final class Binomial {
        private final int n;
        private final double[] cumulative;

        Binomial(int n, double p) {
            this.n = n;
            cumulative = new double[n + 1];
            BinomialDistribution distribution = new BinomialDistribution(n, p);
            double total = 0;
            for (int k = 0; k <= n; k++) {
                total += distribution.probability(k);
                cumulative[k] = total;
            }
        }

        Proportion draw() {
            int found = Arrays.binarySearch(cumulative, random.nextDouble());
            return new Proportion(Math.min(n, found < 0 ? -found - 1 : found + 1), n);
        }
    }

    /** As many times +1 and −1 as chance will have it. */
    Trinomial trinomial(int n, double positive, double negative) {
        int plus = 0;
        int minus = 0;
        for (int i = 0; i < n; i++) {
            double where = random.nextDouble();
            if (where < positive) plus++;
            else if (where < positive + negative) minus++;
        }
        return new Trinomial(plus, minus, n);
    }

    /** Normal values. */
    Sample normal(int n, double mean, double deviation) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = mean + deviation * random.nextGaussian();
        return Sample.of(values);
    }

    /** Ratings 1 to 5 with the chances given. */
    Sample ratings(int n, double... chances) {
        long[] counts = new long[5];
        for (int i = 0; i < n; i++) counts[rating(chances)]++;
        return Sample.ofCounts(new double[] {1, 2, 3, 4, 5}, counts);
    }

    private int rating(double[] chances) {
        double where = random.nextDouble();
        int rating = 0;
        while (rating < 4 && where >= chances[rating]) where -= chances[rating++];
        return rating;
    }
}
