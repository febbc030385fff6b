package huisheng.insight.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Reviews of two windows drawn at random: five dimensions of 5–12 values with uneven frequencies, negative rates that
 * differ by value and by pair of values, about 12 % in all. Window B differs by what was planted, and by the noise asked
 * for: drifting frequencies and drifting rates.
 */
final class SyntheticCube {
    static final List<String> DIMENSIONS = List.of("region", "product", "channel", "store", "ageBand");
    private static final int BASE = 16;
    private final SplittableRandom random;
    private final int reviews;
    private final double[][] weightA = new double[DIMENSIONS.size()][];
    private final double[][] weightB = new double[DIMENSIONS.size()][];
    private final double[][] level = new double[DIMENSIONS.size()][];
    private final double[][] drift = new double[DIMENSIONS.size()][];
    private final double[][] pair;
    private final List<Map<Integer, Integer>> planted = new ArrayList<>();
    private final List<Double> effects = new ArrayList<>();
    private double common;

    /** @param reviews of each window */
    SyntheticCube(long seed, int reviews, double weightNoise, double rateNoise) {
        this.random = new SplittableRandom(seed);
        this.reviews = reviews;
        for (int d = 0; d < DIMENSIONS.size(); d++) {
            int size = 5 + random.nextInt(8);
            weightA[d] = new double[size];
            weightB[d] = new double[size];
            level[d] = new double[size];
            drift[d] = new double[size];
            for (int v = 0; v < size; v++) {
                weightA[d][v] = Math.exp(0.6 * random.nextGaussian());
                weightB[d][v] = weightA[d][v] * Math.exp(weightNoise * random.nextGaussian());
                level[d][v] = 0.25 * random.nextGaussian();
                drift[d][v] = rateNoise * random.nextGaussian();
            }
            normalise(weightA[d]);
            normalise(weightB[d]);
        }
        pair = new double[level[0].length][level[1].length];
        for (double[] row : pair) for (int w = 0; w < row.length; w++) row[w] = 0.2 * random.nextGaussian();
    }

    private static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) sum += weight;
        for (int i = 0; i < weights.length; i++) weights[i] /= sum;
    }

    /** Adds to the log-odds of every review of window B. */
    SyntheticCube common(double logOdds) {
        common = logOdds;
        return this;
    }

    /** Multiplies how often a value comes in window B. */
    SyntheticCube grow(int dimension, int value, double factor) {
        weightB[dimension][value] *= factor;
        normalise(weightB[dimension]);
        return this;
    }

    SyntheticCube level(int dimension, int value, double logOdds) {
        level[dimension][value] = logOdds;
        return this;
    }

    /**
     * Raises the negative rate of a random segment in window B.
     *
     * @param least reviews of the segment in a window, about
     * @param effect added to its rate, 0 to 1
     * @return the segment
     */
    Map<String, String> plant(int depth, int least, double effect) {
        while (true) {
            Map<Integer, Integer> segment = new HashMap<>();
            while (segment.size() < depth) {
                int d = random.nextInt(DIMENSIONS.size());
                segment.put(d, random.nextInt(level[d].length));
            }
            double part = 1;
            for (var each : segment.entrySet()) part *= weightA[each.getKey()][each.getValue()];
            if (part * reviews < least || part > 0.4) continue;
            planted.add(segment);
            effects.add(effect);
            Map<String, String> named = new HashMap<>();
            segment.forEach((d, v) -> named.put(DIMENSIONS.get(d), DIMENSIONS.get(d) + v));
            return named;
        }
    }

    Cube draw() {
        Map<Integer, long[]> cells = new HashMap<>();
        for (int window = 0; window < 2; window++) {
            for (int i = 0; i < reviews; i++) draw(cells, window == 1);
        }
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, DIMENSIONS);
        cells.forEach((at, n) -> builder.add(names(at), Totals.share(n[0], n[1]), Totals.share(n[2], n[3])));
        return builder.build();
    }

    private void draw(Map<Integer, long[]> cells, boolean after) {
        int[] values = new int[DIMENSIONS.size()];
        int key = 0;
        double logOdds = -2.2 + (after ? common : 0);
        for (int d = 0; d < values.length; d++) {
            values[d] = pick(after ? weightB[d] : weightA[d]);
            key = key * BASE + values[d];
            logOdds += level[d][values[d]] + (after ? drift[d][values[d]] : 0);
        }
        double p = 1 / (1 + Math.exp(-logOdds - pair[values[0]][values[1]]));
        for (int i = 0; after && i < planted.size(); i++) {
            if (hit(planted.get(i), values)) p = Math.min(0.98, p + effects.get(i));
        }
        long[] n = cells.computeIfAbsent(key, ignored -> new long[4]);
        n[after ? 2 : 0]++;
        if (random.nextDouble() < p) n[after ? 3 : 1]++;
    }

    private static boolean hit(Map<Integer, Integer> segment, int[] values) {
        for (var each : segment.entrySet()) if (values[each.getKey()] != each.getValue()) return false;
        return true;
    }

    private static List<String> names(int key) {
        String[] names = new String[DIMENSIONS.size()];
        for (int d = names.length - 1; d >= 0; d--) {
            names[d] = DIMENSIONS.get(d) + key % BASE;
            key /= BASE;
        }
        return List.of(names);
    }

    private int pick(double[] weights) {
        double left = random.nextDouble();
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) return i;
        }
        return weights.length - 1;
    }
}
