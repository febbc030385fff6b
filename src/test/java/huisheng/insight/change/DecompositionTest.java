package huisheng.insight.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecompositionTest {
    /** By hand: weights .4/.6 → .6/.4, rates .1/.2 → .3/.2, so .16 → .26. */
    @Test
    void effects_agreeWithAnExampleByHand() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("region"))
                .add(List.of("河南"), Totals.share(40, 4), Totals.share(60, 18))
                .add(List.of("山东"), Totals.share(60, 12), Totals.share(40, 8))
                .build();
        Decomposition decomposition = Decomposition.of(cube, "region");
        Decomposition.Effect first = decomposition.effects().getFirst();
        assertThat(first.value()).isEqualTo("河南");
        assertThat(first.rateEffect()).isEqualTo(0.5 * 0.2, within(1e-12));
        assertThat(first.mixEffect()).isEqualTo(0.2 * (0.2 - 0.21), within(1e-12));
        assertThat(decomposition.change()).isEqualTo(0.1, within(1e-12));
        assertThat(decomposition.rateEffect()).isEqualTo(0.1, within(1e-12));
        assertThat(decomposition.mixEffect()).isEqualTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void effects_sumToTheChange(Measure measure) {
        for (long seed = 0; seed < 200; seed++) {
            Cube cube = random(measure, seed);
            double[] total = Sums.total(cube.sums());
            double a = measure == Measure.COUNT ? total[Sums.NA] : total[Sums.SA] / total[Sums.NA];
            double b = measure == Measure.COUNT ? total[Sums.NB] : total[Sums.SB] / total[Sums.NB];
            double scale = Math.max(Math.abs(b - a), Math.max(Math.abs(a), Math.abs(b)));
            for (Decomposition each : Decomposition.all(cube)) {
                assertThat(each.change()).as("seed " + seed).isEqualTo(b - a, within(1e-12 * scale));
                assertThat(sum(each)).as("seed " + seed).isEqualTo(b - a, within(1e-12 * scale));
                assertThat(sum(each.top(2))).as("seed " + seed).isEqualTo(b - a, within(1e-12 * scale));
                assertThat(each.rateEffect() + each.mixEffect()).isEqualTo(b - a, within(1e-12 * scale));
                assertThat(each.top(2).effects()).hasSizeLessThanOrEqualTo(3);
            }
        }
    }

    private static double sum(Decomposition decomposition) {
        return decomposition.effects().stream()
                .mapToDouble(Decomposition.Effect::total)
                .sum();
    }

    /** Empty cells, and values that are in one window only. */
    private static Cube random(Measure measure, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cube.Builder builder = new Cube.Builder(measure, List.of("a", "b", "c"));
        builder.add(List.of("a0", "b0", "c0"), totals(measure, random, 5), totals(measure, random, 5));
        for (int i = random.nextInt(60); i > 0; i--) {
            int a = random.nextInt(6);
            List<String> at = List.of("a" + a, "b" + random.nextInt(9), random.nextInt(4) == 0 ? Cube.NONE : "c");
            Totals before = a == 1 || random.nextInt(3) == 0 ? Totals.NONE : totals(measure, random, 0);
            Totals after = a == 2 || random.nextInt(3) == 0 ? Totals.NONE : totals(measure, random, 0);
            builder.add(at, before, after);
        }
        return builder.build();
    }

    private static Totals totals(Measure measure, SplittableRandom random, int least) {
        int n = least + random.nextInt(50);
        if (measure == Measure.COUNT) return Totals.count(n);
        if (measure == Measure.SHARE) return Totals.share(n, random.nextInt(n + 1));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double value = random.nextDouble(-1, 1);
            sum += value;
            squares += value * value;
        }
        return Totals.mean(n, sum, squares);
    }

    @Test
    void value_thatAppearsIsAllMix() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("product"))
                .add(List.of("old"), Totals.share(100, 10), Totals.share(100, 10))
                .add(List.of("new"), Totals.NONE, Totals.share(100, 50))
                .build();
        Decomposition decomposition = Decomposition.of(cube, "product");
        assertThat(decomposition.change()).isEqualTo(0.2, within(1e-12));
        assertThat(decomposition.rateEffect()).isZero();
        assertThat(decomposition.mixEffect()).isEqualTo(0.2, within(1e-12));
    }

    @Test
    void count_hasPlainDifferences() {
        Cube cube = new Cube.Builder(Measure.COUNT, List.of("region"))
                .add(List.of("河南"), Totals.count(10), Totals.count(40))
                .add(List.of("山东"), Totals.count(20), Totals.count(15))
                .build();
        assertThat(Decomposition.of(cube, "region").effects())
                .extracting(Decomposition.Effect::total)
                .containsExactly(30.0, -5.0);
    }

    @Test
    void values_tenThousandInOneDimension() {
        Cube.Builder builder = new Cube.Builder(Measure.SHARE, List.of("product"));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            builder.add(List.of("p" + i), totals(Measure.SHARE, random, 1), totals(Measure.SHARE, random, 1));
        }
        Decomposition decomposition = Decomposition.of(builder.build(), "product");
        assertThat(decomposition.effects()).hasSize(10_000);
        assertThat(sum(decomposition)).isEqualTo(decomposition.change(), within(1e-12));
        assertThat(sum(decomposition.top(10))).isEqualTo(decomposition.change(), within(1e-12));
    }

    @Test
    void window_withoutReviews() {
        Cube cube = new Cube.Builder(Measure.SHARE, List.of("region"))
                .add(List.of("河南"), Totals.NONE, Totals.share(10, 1))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decomposition.of(cube, "region"))
                .withMessageContaining("without reviews");
        assertThatIllegalArgumentException().isThrownBy(() -> Decomposition.of(cube, "store"));
    }
}
