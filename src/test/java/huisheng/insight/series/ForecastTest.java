package huisheng.insight.series;

import static huisheng.insight.series.Synthetic.longs;
import static huisheng.insight.series.Synthetic.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
    private static final int ROUNDS = 60;
    private static final Map<String, BiFunction<Synthetic, Integer, Series>> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("level and noise", QuietSeries.LEVEL::make);
        FAMILIES.put("trend and week", QuietSeries.TREND_AND_WEEK::make);
        FAMILIES.put("damped trend", (maker, size) -> maker.means(size, 0.05, i -> 0.6 * (1 - Math.exp(-i / 60.0))));
        FAMILIES.put(
                "multiplicative counts",
                (maker, size) -> maker.overdispersed(size, 4, i -> (100 + 50.0 * i / size) * week(i) * week(i)));
        FAMILIES.put("random walk and week", (maker, size) -> {
            double[] level = new double[size];
            Arrays.setAll(level, i -> 3 * maker.normal());
            Arrays.parallelPrefix(level, Double::sum);
            double[] values = new double[size];
            Arrays.setAll(values, i -> level[i] + 30 * week(i) + 3 * maker.normal());
            return Series.means(values, longs(size, i -> 100), -1e6, 1e6, 7);
        });
        FAMILIES.put("intermittent counts", QuietSeries.INTERMITTENT_COUNTS::make);
        FAMILIES.put(
                "level shift",
                (maker, size) -> maker.overdispersed(size, 3, i -> (i < 0.6 * size ? 100 : 150) * week(i)));
        FAMILIES.put("rare share", QuietSeries.RARE_SHARE::make);
    }

    /** Buckets, horizon, and how near the promise the coverage must be. */
    @ParameterizedTest
    @CsvSource({"365, 7", "180, 7", "180, 14"})
    void forecasts_beatSeasonalNaiveAndCover(int size, int horizon) {
        double covered = 0;
        double scaled = 0;
        double naive = 0;
        for (var family : FAMILIES.entrySet()) {
            Score score = new Score();
            for (int seed = 0; seed < ROUNDS; seed++) score.add(family.getValue(), seed, size, horizon);
            System.out.printf("forecast, %d + %d, %s, seeds 0–59: %s%n", size, horizon, family.getKey(), score);
            assertThat(score.mase()).isLessThan(score.naiveMase());
            if (horizon <= 7) assertThat(score.mase()).isLessThan(1);
            covered += score.coverage() / FAMILIES.size();
            scaled += score.mase() / FAMILIES.size();
            naive += score.naiveMase() / FAMILIES.size();
        }
        System.out.printf(
                "forecast, %d + %d, all: MASE %.3f, naive %.3f, covered %.3f%n", size, horizon, scaled, naive, covered);
        assertThat(scaled).isLessThan(1);
        assertThat(covered).isBetween(0.92, 0.98);
    }

    @ParameterizedTest
    @CsvSource({"60, 14", "28, 7"})
    void shortHistory_stillCovers(int size, int horizon) {
        double covered = 0;
        for (var family : FAMILIES.values()) {
            Score score = new Score();
            for (int seed = 0; seed < ROUNDS; seed++) score.add(family, seed, size, horizon);
            covered += score.coverage() / FAMILIES.size();
        }
        System.out.printf("forecast, %d + %d, all, seeds 0–59: covered %.3f%n", size, horizon, covered);
        assertThat(covered).isBetween(0.92, 0.98);
    }

    @Test
    void simplerMethod_isPreferredWhereNothingElseHelps() {
        int simple = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Forecast forecast = find(QuietSeries.LEVEL.make(new Synthetic(seed), 365), 7);
            if (forecast.method() == Method.SIMPLE) simple++;
        }
        System.out.println("forecast, level and noise, seeds 0–59: simple " + simple);
        assertThat(simple).isGreaterThanOrEqualTo(45);
    }

    @Test
    void noiselessSeason_isRepeated() {
        Forecast forecast = find(Series.counts(longs(70, i -> 10 + 5 * (i % 7)), 7), 7);
        for (Forecast.Point point : forecast.points()) {
            assertThat(point.value()).isEqualTo(10 + 5 * ((point.ahead() - 1) % 7), within(1e-6));
        }
        assertThat(forecast.backtest().naiveMase()).isZero();
    }

    @Test
    void backtest_tellsBothErrors() {
        Forecast forecast = find(QuietSeries.TREND_AND_WEEK.make(new Synthetic(1), 200), 7);
        Backtest backtest = forecast.backtest();
        assertThat(backtest.origins()).isEqualTo(80);
        assertThat(backtest.horizon()).isEqualTo(7);
        assertThat(backtest.mase()).isBetween(0.5, backtest.naiveMase());
        assertThat(forecast.season()).isEqualTo(7);
        assertThat(forecast.points()).hasSize(7);
    }

    @Test
    void intervals_stayWithinTheMeasure() {
        long[] n = longs(60, i -> 5);
        for (Forecast.Point point : find(Series.shares(longs(60, i -> i % 6 == 0 ? 1 : 0), n, 7), 14)
                .points()) {
            assertThat(point.low()).isBetween(0.0, point.value());
            assertThat(point.high()).isBetween(point.value(), 1.0);
        }
        for (Forecast.Point point :
                find(new Synthetic(3).poissons(60, i -> 0.3), 14).points()) {
            assertThat(point.low()).isZero();
            assertThat(point.high()).isBetween(1.0, 6.0);
        }
    }

    @Test
    void emptyAndConstantSeries_goOn() {
        for (Forecast.Point point : find(Series.counts(new long[40], 7), 7).points()) {
            assertThat(point).isEqualTo(new Forecast.Point(point.ahead(), 0, 0, 0));
        }
        Forecast constant = find(new Synthetic(1).means(40, 0, i -> 0.5), 7);
        assertThat(constant.method()).isEqualTo(Method.SIMPLE);
        assertThat(constant.points().getLast().value()).isEqualTo(0.5, within(1e-6));
        assertThat(constant.points().getLast().high()).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void missingBuckets_areSteppedOver() {
        boolean[] missing = new boolean[100];
        Arrays.fill(missing, 40, 55, true);
        missing[99] = true;
        Forecast forecast =
                find(Series.counts(longs(100, i -> 50 + 10 * (i % 7)), 7).without(missing), 7);
        for (Forecast.Point point : forecast.points()) {
            assertThat(point.value()).isEqualTo(50 + 10 * ((99 + point.ahead()) % 7), within(1.0));
        }
    }

    @Test
    void shortHistory_isRefused() {
        assertThat(Forecast.of(Series.counts(new long[20], 7), 7)).isEqualTo(new Estimate.TooShort<>(20, 21));
        assertThat(Forecast.of(Series.counts(new long[9]), 1)).isEqualTo(new Estimate.TooShort<>(9, 10));
        assertThat(Forecast.of(Series.counts(new long[60], 52), 8)).isEqualTo(new Estimate.TooShort<>(60, 112));
        assertThat(Forecast.of(Series.counts(new long[21], 7), 7)).isInstanceOf(Estimate.Known.class);
        assertThat(Forecast.of(Series.counts(longs(10, i -> i)), 3)).isInstanceOf(Estimate.Known.class);
    }

    @Test
    void horizon_isBounded() {
        Series series = Series.counts(new long[40], 7);
        assertThatIllegalArgumentException().isThrownBy(() -> Forecast.of(series, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Forecast.of(series, Forecast.MAX_HORIZON + 1));
    }

    @Test
    void tenThousandBuckets_areAnsweredByTheLatest() {
        Synthetic maker = new Synthetic(6);
        Series hours = Series.counts(longs(10_000, i -> maker.poisson(20 + 15 * Math.sin(i * Math.PI / 12))), 24, 168);
        Forecast forecast = find(hours, 48);
        assertThat(forecast.buckets()).isEqualTo(1_000);
        assertThat(forecast.season()).isEqualTo(24);
        assertThat(forecast.backtest().mase()).isLessThan(forecast.backtest().naiveMase());
    }

    private static Forecast find(Series series, int horizon) {
        return switch (Forecast.of(series, horizon)) {
            case Estimate.Known<Forecast> known -> known.value();
            case Estimate.TooShort<Forecast> tooShort -> throw new AssertionError(tooShort.toString());
        };
    }

    /** Means over several series of one family. */
    private static final class Score {
        private double error;
        private double naiveError;
        private int covered;
        private int points;

        void add(BiFunction<Synthetic, Integer, Series> family, int seed, int size, int horizon) {
            Series all = family.apply(new Synthetic(seed), size + horizon);
            Series history = all.range(0, size);
            double scale = 0;
            for (int i = 7; i < size; i++) scale += Math.abs(all.value(i) - all.value(i - 7)) / (size - 7);
            for (Forecast.Point point : find(history, horizon).points()) {
                int at = size + point.ahead() - 1;
                double actual = all.value(at);
                error += Math.abs(actual - point.value()) / scale;
                naiveError += Math.abs(actual - all.value(size - 7 + (point.ahead() - 1) % 7)) / scale;
                if (point.low() <= actual && actual <= point.high()) covered++;
                points++;
            }
        }

        double mase() {
            return error / points;
        }

        double naiveMase() {
            return naiveError / points;
        }

        double coverage() {
            return (double) covered / points;
        }

        @Override
        public String toString() {
            return String.format("MASE %.3f, naive %.3f, covered %.3f", mase(), naiveMase(), coverage());
        }
    }
}
