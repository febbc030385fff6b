package huisheng.insight.series;

import static huisheng.insight.series.Synthetic.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangePointsTest {
    private static final int ROUNDS = 200;
    private static final int DAYS = 180;

    @ParameterizedTest
    @EnumSource
    void quietSeries_showsNone(QuietSeries family) {
        int silent = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            if (find(family.make(new Synthetic(seed), DAYS)).isEmpty()) silent++;
        }
        System.out.println("change points, " + family + ", seeds 0–199: silent " + silent + " of " + ROUNDS);
        assertThat(silent).isGreaterThanOrEqualTo(190);
    }

    @Test
    void shiftOfAMean_isFound() {
        assertFound("mean +2 sd", (maker, at) -> maker.means(DAYS, 0.05, i -> 0.5 * week(i) + (i < at ? 0 : 0.1)));
    }

    @Test
    void shiftOfACount_isFound() {
        assertFound(
                "count 100 to 140", (maker, at) -> maker.overdispersed(DAYS, 4, i -> week(i) * (i < at ? 100 : 140)));
    }

    @Test
    void shiftOfARareShare_isFound() {
        assertFound("share .03 to .07", (maker, at) -> maker.shares(maker.volume(DAYS), i -> i < at ? 0.03 : 0.07));
    }

    @Test
    void shiftOfAHighShare_isFound() {
        assertFound("share .8 to .7", (maker, at) -> maker.shares(maker.volume(DAYS), i -> i < at ? 0.8 : 0.7));
    }

    /** Within three days, and inside of its interval. */
    private static void assertFound(String name, BiFunction<Synthetic, Integer, Series> family) {
        int found = 0;
        int covered = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Synthetic maker = new Synthetic(seed);
            int at = maker.between(50, 130);
            List<ChangePoint> changes = find(family.apply(maker, at));
            if (changes.stream().anyMatch(c -> Math.abs(c.bucket() - at) <= 3)) found++;
            if (changes.stream().anyMatch(c -> c.earliest() <= at && at <= c.latest())) covered++;
        }
        System.out.println("change points, " + name + ", seeds 0–199: found " + found + ", covered " + covered);
        assertThat(found).isGreaterThanOrEqualTo(180);
        assertThat(covered).isGreaterThanOrEqualTo(190);
    }

    @Test
    void change_tellsLevelsWithoutTheSeason() {
        List<ChangePoint> changes =
                find(new Synthetic(7).shares(volume(140), i -> (i < 70 ? 0.8 : 0.5) + 0.3 * (week(i) - 1)));
        assertThat(changes).hasSize(1);
        ChangePoint change = changes.getFirst();
        assertThat(change.bucket()).isEqualTo(70);
        assertThat(change.before()).isEqualTo(0.8, within(0.01));
        assertThat(change.after()).isEqualTo(0.5, within(0.01));
        assertThat(change.p()).isLessThan(1e-6);
    }

    @Test
    void change_keepsItsPlaceAcrossGaps() {
        long[] counts = Synthetic.longs(100, i -> i < 60 ? 20 + i % 3 : 40 + i % 3);
        boolean[] missing = new boolean[100];
        Arrays.fill(missing, 10, 30, true);
        List<ChangePoint> changes = find(Series.counts(counts).without(missing));
        assertThat(changes).extracting(ChangePoint::bucket).containsExactly(60);
    }

    @Test
    void spike_isNoChange() {
        long[] counts = Synthetic.longs(120, i -> i == 60 ? 900 : 100 + i * 7 % 13);
        assertThat(find(Series.counts(counts))).isEmpty();
    }

    @Test
    void stretchOfHigherLevel_hasTwoEnds() {
        List<ChangePoint> changes = find(new Synthetic(3).poissons(180, i -> i >= 80 && i < 110 ? 60 : 30));
        assertThat(changes).extracting(ChangePoint::bucket).containsExactly(80, 110);
    }

    @Test
    void emptyAndConstantSeries_showNone() {
        assertThat(find(Series.counts(new long[365], 7))).isEmpty();
        assertThat(find(Series.counts(Synthetic.longs(365, i -> 5), 7))).isEmpty();
        assertThat(find(new Synthetic(1).means(365, 0, i -> 0.5))).isEmpty();
        assertThat(find(Series.shares(volume(30), volume(30), 7))).isEmpty();
    }

    @Test
    void noiselessStep_isFound() {
        assertThat(find(new Synthetic(1).means(60, 0, i -> i < 30 ? 0.1 : 0.5)))
                .extracting(ChangePoint::bucket)
                .containsExactly(30);
    }

    @Test
    void tooShort_tellsWhatIsNeeded() {
        assertThat(ChangePoints.of(Series.counts(new long[] {4}))).isEqualTo(new Estimate.TooShort<>(1, 12));
        assertThat(ChangePoints.of(Series.counts(new long[0]))).isEqualTo(new Estimate.TooShort<>(0, 12));
    }

    @Test
    void tenThousandBuckets_areAnswered() {
        List<ChangePoint> changes = find(new Synthetic(5).poissons(10_000, i -> i < 7_001 ? 3 : 5));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().bucket()).isBetween(6_990, 7_012);
    }

    private static long[] volume(int size) {
        return Synthetic.longs(size, i -> 400);
    }

    private static List<ChangePoint> find(Series series) {
        return switch (ChangePoints.of(series)) {
            case Estimate.Known<List<ChangePoint>> known -> known.value();
            case Estimate.TooShort<List<ChangePoint>> tooShort -> throw new AssertionError(tooShort.toString());
        };
    }
}
