package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimalPartitionTest {
    private static final long SEED = 20260301;

    /** By dynamic programming without pruning in Python. */
    @Test
    void changes_agreeWithPython() {
        double[] y = {4, 6, 5, 3, 7, 5, 4, 6, 12, 11, 14, 10, 13, 12, 9, 11, 5, 6, 4, 7, 5, 3, 6, 5, 5, 4, 30, 6, 5, 4};
        SegmentCost cost = new SegmentCost(Measure.COUNT, y, ones(y.length), 1);
        assertThat(OptimalPartition.changes(cost, 9, 3)).containsExactly(8, 16, 26);
        assertThat(total(cost, List.of(8, 16, 26), 9)).isEqualTo(-929.9238103246104, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void changes_costNoMoreThanWithoutPruning(Measure measure) {
        Random random = new Random(SEED);
        System.out.println("OptimalPartitionTest seed " + SEED);
        for (int round = 0; round < 40; round++) {
            int size = random.nextInt(20, 120);
            double[] value = new double[size];
            double[] weight = new double[size];
            double level = 0.5;
            for (int i = 0; i < size; i++) {
                if (random.nextInt(15) == 0) level = random.nextDouble();
                weight[i] = random.nextInt(5, 50);
                value[i] = random.nextDouble() < 0.3 ? level : Math.clamp(level + 0.1 * random.nextGaussian(), 0, 1);
            }
            SegmentCost cost = new SegmentCost(measure, value, weight, measure == Measure.MEAN ? 0.5 : 1.5);
            int margin = random.nextInt(1, 6);
            double penalty = random.nextDouble(0.1, 8);
            assertThat(OptimalPartition.changes(cost, penalty, margin)).isEqualTo(exhaustive(cost, penalty, margin));
        }
    }

    @Test
    void changes_onTheGridOfALongSeries() {
        double[] value = new double[10_000];
        Arrays.fill(value, 0, 4_000, 1);
        SegmentCost cost = new SegmentCost(Measure.MEAN, value, ones(value.length), 0.1);
        assertThat(OptimalPartition.stride(value.length)).isEqualTo(4);
        assertThat(OptimalPartition.changes(cost, 20, 7)).containsExactly(4_000);
    }

    private static List<Integer> exhaustive(SegmentCost cost, double penalty, int margin) {
        int n = cost.size();
        double[] best = new double[n + 1];
        int[] previous = new int[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = -penalty;
        for (int t = margin; t <= n; t++) {
            for (int s = 0; s <= t - margin; s++) {
                double total = best[s] + cost.of(s, t) + penalty;
                if (total < best[t]) {
                    best[t] = total;
                    previous[t] = s;
                }
            }
        }
        List<Integer> changes = new ArrayList<>();
        for (int t = previous[n]; t > 0; t = previous[t]) changes.addFirst(t);
        return changes;
    }

    private static double total(SegmentCost cost, List<Integer> changes, double penalty) {
        double sum = penalty * changes.size();
        int from = 0;
        for (int change : changes) {
            sum += cost.of(from, change);
            from = change;
        }
        return sum + cost.of(from, cost.size());
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
