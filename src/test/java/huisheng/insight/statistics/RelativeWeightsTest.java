package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class RelativeWeightsTest {
    private static final double[][] AMONG = {
        {1, .6, .3, .1},
        {.6, 1, .4, .2},
        {.3, .4, 1, .5},
        {.1, .2, .5, 1}
    };
    private static final double[] WITH = {.5, .45, .4, .15};

    /** scipy 1.17: L = linalg.sqrtm(R); L**2 @ solve(L, r)**2; R² = r @ solve(R, r). */
    @Test
    void of_agreesWithScipy() {
        RelativeWeights found = RelativeWeights.of(AMONG, WITH);
        assertThat(found.r2()).isEqualTo(0.33382279116465857, within(1e-10));
        assertThat(array(found.weights()))
                .containsExactly(
                        new double[] {0.1473961783533551, 0.09076508775207931, 0.0874240069065438, 0.008237518152680371
                        },
                        within(1e-10));
        assertThat(found.shares().get(0)).isEqualTo(0.1473961783533551 / 0.33382279116465857, within(1e-10));
    }

    /** numpy 2.4: what each adds to R², averaged over itertools.permutations. */
    @Test
    void lmg_agreesWithNumpy() {
        RelativeWeights found = Lmg.of(AMONG, WITH);
        assertThat(found.r2()).isEqualTo(0.33382279116465857, within(1e-10));
        assertThat(array(found.weights()))
                .containsExactly(
                        new double[] {0.14603127964343351, 0.0926744676101509, 0.08692740559681722, 0.008189638314257064
                        },
                        within(1e-10));
    }

    @Test
    void ofAndLmg_rankAlike() {
        assertThat(ranking(RelativeWeights.of(AMONG, WITH))).isEqualTo(ranking(Lmg.of(AMONG, WITH)));
    }

    @Test
    void of_randomData_addsUpAndComesNearLmg() {
        long seed = Long.getLong("seed", 20_260_101L);
        System.out.println("RelativeWeightsTest -Dseed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            int size = 1 + random.nextInt(8);
            double[][] all = correlations(random, 60, size + 1);
            double[][] among = new double[size][];
            for (int j = 0; j < size; j++) among[j] = Arrays.copyOf(all[j], size);
            double[] with = Arrays.copyOf(all[size], size);
            RelativeWeights found = RelativeWeights.of(among, with);
            double[] lmg = array(Lmg.of(among, with).weights());
            double[] weights = array(found.weights());
            assertThat(Arrays.stream(weights).sum()).as("seed %d", seed).isEqualTo(found.r2(), within(1e-9));
            assertThat(Arrays.stream(lmg).sum()).as("seed %d", seed).isEqualTo(found.r2(), within(1e-9));
            assertThat(weights).as("seed %d", seed).containsExactly(lmg, within(0.05));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
        }
    }

    /** Factor and noise, and the last column the sum of all others and more noise. */
    private static double[][] correlations(Random random, int rows, int columns) {
        double[][] data = new double[rows][columns];
        for (double[] row : data) {
            double factor = random.nextGaussian();
            for (int j = 0; j < columns - 1; j++) {
                row[j] = factor + (1 + j % 3) * random.nextGaussian();
                row[columns - 1] += row[j] * (1 + j % 2);
            }
            row[columns - 1] += 4 * random.nextGaussian();
        }
        return new PearsonsCorrelation(data).getCorrelationMatrix().getData();
    }

    @Test
    void of_uncorrelatedPredictors_areTheSquares() {
        RelativeWeights found = RelativeWeights.of(new double[][] {{1, 0}, {0, 1}}, new double[] {.6, -.3});
        assertThat(array(found.weights())).containsExactly(new double[] {.36, .09}, within(1e-12));
        assertThat(array(Lmg.of(new double[][] {{1, 0}, {0, 1}}, new double[] {.6, -.3})
                        .weights()))
                .containsExactly(new double[] {.36, .09}, within(1e-12));
    }

    @Test
    void of_twins_shareTheWeight() {
        double[][] among = {{1, 1, .2}, {1, 1, .2}, {.2, .2, 1}};
        double[] with = {.5, .5, .3};
        for (RelativeWeights found : new RelativeWeights[] {RelativeWeights.of(among, with), Lmg.of(among, with)}) {
            assertThat(found.weights().get(0)).isEqualTo(found.weights().get(1), within(1e-9));
            assertThat(found.r2()).isEqualTo((.25 + .09 - 2 * .5 * .3 * .2) / (1 - .04), within(1e-9));
            assertThat(found.shares().stream().mapToDouble(share -> share).sum())
                    .isEqualTo(1, within(1e-9));
        }
    }

    @Test
    void of_nearTwins_isStable() {
        double r = 1 - 1e-11;
        RelativeWeights found = RelativeWeights.of(new double[][] {{1, r}, {r, 1}}, new double[] {.5, .5 + 1e-7});
        assertThat(found.r2()).isEqualTo(.25, within(1e-6));
        assertThat(found.weights().get(0)).isEqualTo(.125, within(1e-6));
    }

    @Test
    void of_nothingExplained_hasNoShares() {
        RelativeWeights found = RelativeWeights.of(new double[][] {{1, .5}, {.5, 1}}, new double[] {0, 0});
        assertThat(found).isEqualTo(new RelativeWeights(0, List.of(0.0, 0.0), List.of(0.0, 0.0)));
        assertThat(RelativeWeights.of(new double[][] {{1}}, new double[] {-1}).r2())
                .isEqualTo(1);
    }

    @Test
    void of_impossibleCorrelationsAreRefused() {
        refused(new double[0][], "no predictor");
        refused(new double[][] {{1, .5}}, "not square", .1);
        refused(new double[][] {{1, .5}, {.4, 1}}, "predictors 0 and 1", .1, .1);
        refused(new double[][] {{1, 1.5}, {1.5, 1}}, "predictors 0 and 1", .1, .1);
        refused(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}, "predictors 0 and 1", .1, .1);
        refused(new double[][] {{Double.NaN}}, "with itself", .1);
        refused(new double[][] {{1, 0}, {0, 1}}, "2 predictors, 1 correlations", .1);
        refused(new double[][] {{1, 0}, {0, 1}}, "correlation is NaN", .1, Double.NaN);
        refused(new double[][] {{1, 0}, {0, 1}}, "correlation is 1.5", .1, 1.5);
        refused(new double[][] {{1, 0}, {0, 1}}, "R² is", .9, .9);
        refused(new double[][] {{1, .9, -.9}, {.9, 1, .9}, {-.9, .9, 1}}, "contradict", .1, .1, .1);
    }

    private static void refused(double[][] among, String why, double... with) {
        assertThatThrownBy(() -> assertThat(RelativeWeights.of(among, with)).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> assertThat(Lmg.of(among, with)).isNull()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lmg_tooManyPredictorsAreRefused() {
        double[][] among = new double[11][11];
        for (int j = 0; j < 11; j++) among[j][j] = 1;
        assertThatThrownBy(() -> assertThat(Lmg.of(among, new double[11])).isNull())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("11 predictors, at most 10");
        assertThat(RelativeWeights.of(among, new double[11]).r2()).isZero();
    }

    private static List<Integer> ranking(RelativeWeights found) {
        return IntStream.range(0, found.weights().size())
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -found.weights().get(j)))
                .toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
