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

class AnomaliesTest {
    private static final int ROUNDS = 200;
    private static final int DAYS = 180;

    @ParameterizedTest
    @EnumSource
    void quietSeries_showsNone(QuietSeries family) {
        assertSilent(family.toString(), family::make);
    }

    @Test
    void randomWalk_showsNone() {
        assertSilent("random walk and week", (maker, size) -> {
            double[] level = new double[size];
            Arrays.setAll(level, i -> 0.02 * maker.normal());
            Arrays.parallelPrefix(level, Double::sum);
            return maker.means(size, 0.04, i -> level[i] + 0.3 * (week(i) - 1));
        });
    }

    @Test
    void shiftOfLevel_showsNone() {
        assertSilent("shift", (maker, size) -> maker.means(size, 0.05, i -> i < size / 2 ? 0 : 0.3));
    }

    @Test
    void spikeOfAMean_isFound() {
        assertFound("mean +7 sd", (maker, at) -> maker.means(DAYS, 0.05, i -> 0.3 * week(i) + (i == at ? 0.35 : 0)));
    }

    @Test
    void spikeOfACount_isFound() {
        assertFound(
                "count 100 to 260", (maker, at) -> maker.overdispersed(DAYS, 4, i -> (i == at ? 260 : 100) * week(i)));
    }

    @Test
    void spikeOfARareCount_isFound() {
        assertFound("count .3 to 12", (maker, at) -> maker.poissons(DAYS, i -> i == at ? 12 : 0.3));
    }

    @Test
    void spikeOfAShare_isFound() {
        assertFound("share .03 to .2", (maker, at) -> maker.shares(maker.volume(DAYS), i -> i == at ? 0.2 : 0.03));
    }

    @Test
    void dropOfAShare_isFound() {
        assertFound("share .8 to .5", (maker, at) -> maker.shares(maker.volume(DAYS), i -> i == at ? 0.5 : 0.8));
    }

    @Test
    void band_tellsWhatWasExpected() {
        long[] counts = Synthetic.longs(70, i -> i == 40 ? 300 : (long) (100 * week(i)) + i * 7 % 5);
        List<Anomalies.Band> found = find(Series.counts(counts, 7)).found();
        assertThat(found).hasSize(1);
        Anomalies.Band band = found.getFirst();
        assertThat(band.bucket()).isEqualTo(40);
        assertThat(band.value()).isEqualTo(300);
        assertThat(band.expected()).isEqualTo(100 * week(40), within(10.0));
        assertThat(band.low()).isLessThan(band.expected());
        assertThat(band.high()).isBetween(band.expected(), 200.0);
        assertThat(band.z()).isGreaterThan(6);
    }

    @Test
    void drop_hasANegativeDeviate() {
        Series share = new Synthetic(4).shares(Synthetic.longs(90, i -> 400), i -> i == 50 ? 0.6 : 0.85);
        Anomalies.Band band = find(share).found().getFirst();
        assertThat(band.bucket()).isEqualTo(50);
        assertThat(band.z()).isLessThan(-5);
        assertThat(band.low()).isBetween(0.6, 0.85);
        assertThat(band.high()).isBetween(0.85, 1.0);
    }

    @Test
    void anomalies_areJustThoseOutsideOfTheirBand() {
        Series series = new Synthetic(9).poissons(120, i -> i % 40 == 7 ? 90 : 30);
        for (Anomalies.Band band : find(series).bands()) {
            boolean outside = band.value() < band.low() - 1e-9 || band.value() > band.high() + 1e-9;
            assertThat(band.anomalous()).isEqualTo(outside);
        }
        assertThat(find(series).found()).extracting(Anomalies.Band::bucket).containsExactly(7, 47, 87);
    }

    /** The fifteen p-values of Benjamini and Hochberg 1995, section 3.2, at this rate. */
    @Test
    void threshold_isThatOfTheLastDiscovery() {
        double[] p = {
            0.0344, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };
        assertThat(Anomalies.threshold(p)).isEqualTo(Anomalies.RATE * 3 / 15, within(1e-12));
        assertThat(Anomalies.threshold(new double[] {0.5, 0.9})).isEqualTo(Anomalies.RATE / 2, within(1e-12));
    }

    @Test
    void emptyAndConstantSeries_showNone() {
        assertThat(find(Series.counts(new long[365], 7)).found()).isEmpty();
        assertThat(find(Series.counts(Synthetic.longs(365, i -> 5), 7)).found()).isEmpty();
        assertThat(find(new Synthetic(1).means(365, 0, i -> 0.5)).found()).isEmpty();
        long[] n = Synthetic.longs(30, i -> 40);
        assertThat(find(Series.shares(n, n, 7)).found()).isEmpty();
        assertThat(find(Series.shares(new long[30], n, 7)).found()).isEmpty();
    }

    @Test
    void missingBuckets_haveNoBand() {
        boolean[] missing = new boolean[60];
        Arrays.fill(missing, 20, 30, true);
        Series series = new Synthetic(2).poissons(60, i -> 20).without(missing);
        assertThat(find(series).bands()).hasSize(50).noneMatch(b -> b.bucket() >= 20 && b.bucket() < 30);
    }

    @Test
    void tenThousandBuckets_areAnswered() {
        Series series = new Synthetic(5).poissons(10_000, i -> i == 5_000 ? 90 : 20);
        assertThat(find(series).found()).extracting(Anomalies.Band::bucket).contains(5_000);
    }

    @Test
    void tooShort_tellsWhatIsNeeded() {
        assertThat(Anomalies.of(Series.counts(new long[] {4}))).isEqualTo(new Estimate.TooShort<>(1, 14));
    }

    @Test
    void newest_floodThatHasJustBegun_isFound() {
        Series series = new Synthetic(3).poissons(56, i -> i == 55 ? 40 : 0.5);
        assertThat(Anomalies.newest(series)).isInstanceOfSatisfying(Estimate.Known.class, known -> {
            Anomalies.Band band = (Anomalies.Band) known.value();
            assertThat(band.bucket()).isEqualTo(55);
            assertThat(band.p()).isLessThan(1e-6);
            assertThat(band.anomalous()).isTrue();
        });
        assertThat(Anomalies.newest(series.range(0, 10))).isInstanceOf(Estimate.TooShort.class);
    }

    /** Looked at day by day, a quiet series is far out no more often than it says. */
    @Test
    void newest_quietFamilies_keepTheirProbability() {
        for (QuietSeries family : QuietSeries.values()) {
            int far = 0;
            int looked = 0;
            for (int seed = 0; seed < ROUNDS; seed++) {
                var newest = Anomalies.newest(family.make(new Synthetic(seed), 56));
                if (!(newest instanceof Estimate.Known<Anomalies.Band> known)) continue;
                looked++;
                if (known.value().p() < 0.01) far++;
            }
            System.out.println("newest bucket, " + family + ": p < 0.01 in " + far + " of " + looked);
            assertThat(far).as(family.name()).isLessThanOrEqualTo(ROUNDS / 20);
        }
    }

    private static void assertSilent(String name, BiFunction<Synthetic, Integer, Series> family) {
        int silent = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            if (find(family.apply(new Synthetic(seed), DAYS)).found().isEmpty()) silent++;
        }
        System.out.println("anomalies, " + name + ", seeds 0–199: silent " + silent + " of " + ROUNDS);
        assertThat(silent).isGreaterThanOrEqualTo(190);
    }

    private static void assertFound(String name, BiFunction<Synthetic, Integer, Series> family) {
        int found = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Synthetic maker = new Synthetic(seed);
            int at = maker.between(3, DAYS - 3);
            if (find(family.apply(maker, at)).found().stream().anyMatch(b -> b.bucket() == at)) found++;
        }
        System.out.println("anomalies, " + name + ", seeds 0–199: found " + found);
        assertThat(found).isGreaterThanOrEqualTo(180);
    }

    private static Anomalies find(Series series) {
        return switch (Anomalies.of(series)) {
            case Estimate.Known<Anomalies> known -> known.value();
            case Estimate.TooShort<Anomalies> tooShort -> throw new AssertionError(tooShort.toString());
        };
    }
}
