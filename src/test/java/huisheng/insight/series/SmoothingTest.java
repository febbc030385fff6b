package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Holt and Winters' recursion with a damped trend against a Python script, in its component form too. */
class SmoothingTest {
    private static final double[] Y = {10, 14, 8, 25, 16, 22, 14, 35, 15, 27, 18, 40, 28, 40, 25, 65};
    private static final Smoothing.Parameters PARAMETERS = new Smoothing.Parameters(0.3, 0.1, 0.2, 0.9);

    @Test
    void forecasts_agreeWithPython() {
        Smoothing smoothing = smoothing();
        double squares = 0;
        for (double y : Y) squares += Math.pow(smoothing.step(y, 1), 2);
        assertThat(squares).isEqualTo(647.9247611180361, within(1e-6));
        double[] expected = {
            40.82637485833184,
            50.07536135523286,
            42.58627291915126,
            65.4853500450166,
            50.23234294204593,
            58.54073263057555
        };
        for (int j = 0; j < 6; j++) assertThat(smoothing.ahead(j + 1)).isEqualTo(expected[j], within(1e-6));
    }

    @Test
    void missingValue_leavesLevelAndSeason() {
        Smoothing smoothing = smoothing();
        double two = smoothing.ahead(2);
        smoothing.observe(0, 0);
        assertThat(smoothing.ahead(1)).isEqualTo(two, within(1e-9));
    }

    @Test
    void start_takesLevelTrendAndSeason() {
        double[] y = {1, 5, 3, 7, 5, 9};
        double[] w = {1, 1, 1, 1, 1, 1};
        Start start = Start.of(y, w, 2, 6);
        assertThat(start.trend).isEqualTo(1, within(1e-9));
        assertThat(start.level).isEqualTo(2.5, within(1e-9));
        assertThat(start.season).containsExactly(new double[] {-1.5, 1.5}, within(1e-9));
    }

    @Test
    void seasonalNaive_repeatsTheLastSeasonAcrossGaps() {
        SeasonalNaive naive = new SeasonalNaive(2, new double[] {7, 9}, new double[] {1, 1});
        naive.observe(1, 1);
        naive.observe(2, 1);
        naive.observe(0, 0);
        assertThat(naive.ahead(1)).isEqualTo(2);
        assertThat(naive.ahead(2)).isEqualTo(1);
    }

    /** Rosenbrock's valley moved into the unit square: least at (0.5, 0.5). */
    @Test
    void nelderMead_findsTheMinimum() {
        double[] at = NelderMead.minimum(
                x -> {
                    double a = 2 * x[0];
                    double b = 2 * x[1];
                    return 1 + (1 - a) * (1 - a) + 100 * (b - a * a) * (b - a * a);
                },
                new double[] {0.1, 0.9});
        assertThat(at[0]).isEqualTo(0.5, within(5e-3));
        assertThat(at[1]).isEqualTo(0.5, within(5e-3));
        assertThat(NelderMead.minimum(x -> x[0], new double[] {0.3})[0]).isEqualTo(0, within(1e-3));
    }

    private static Smoothing smoothing() {
        return new Smoothing(PARAMETERS, 12, 1.5, new double[] {-3, 1, -5, 7});
    }
}
