package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurstStartTest {
    private static final int DAYS = 180;
    private static final int ROUNDS = 200;

    /** Rate before, rate after, days of rise, days until it ends or 0: about a hundred reviews a day. */
    @ParameterizedTest
    @CsvSource({
        "0.02, 0.08, 0, 0",
        "0.02, 0.08, 0, 15",
        "0, 0.02, 0, 0",
        "0, 0.05, 0, 10",
        "0, 0.08, 14, 0",
        "0.002, 0.08, 21, 0",
        "0.02, 0.15, 14, 0",
        "0, 0.1, 60, 0",
        "0.01, 0.1, 14, 40"
    })
    void start_isFoundWithinThreeDays(double before, double after, int rise, int length) {
        int found = 0;
        int covered = 0;
        int significant = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Synthetic maker = new Synthetic(seed);
            int at = maker.between(60, 120);
            int end = length == 0 ? DAYS : at + length;
            Burst burst = find(maker, i -> i < at || i >= end ? before : before + (after - before) * up(i - at, rise));
            if (Math.abs(burst.start() - at) <= 3) found++;
            if (burst.earliest() <= at && at <= burst.latest()) covered++;
            if (burst.p() < 0.01) significant++;
            assertThat(burst.end()).isBetween(end - 4, Math.min(DAYS, end + 4));
        }
        System.out.printf(
                "burst %s to %s, rise %d, seeds 0–199: within 3 days %d, covered %d, p < .01 %d%n",
                before, after, rise, found, covered, significant);
        assertThat(found).isGreaterThanOrEqualTo(180);
        assertThat(covered).isGreaterThanOrEqualTo(180);
        assertThat(significant).isGreaterThanOrEqualTo(198);
    }

    /** Where the rise drowns in noise the start is vague, and the interval says so. */
    @Test
    void vagueStart_isCoveredByItsInterval() {
        int covered = 0;
        for (int seed = 0; seed < 200; seed++) {
            Burst burst = find(new Synthetic(seed), i -> i < 90 ? 0.02 : 0.02 + 0.06 * up(i - 90, 17));
            if (burst.earliest() <= 90 && 90 <= burst.latest()) covered++;
        }
        System.out.println("burst .02 to .08, rise 17, seeds 0–199: covered " + covered);
        assertThat(covered).isGreaterThanOrEqualTo(180);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0005, 0.005, 0.02, 0.1})
    void constantRate_isRarelyABurst(double rate) {
        int false5 = 0;
        for (int seed = 0; seed < 400; seed++) {
            Synthetic maker = new Synthetic(seed);
            Burst burst = burst(maker, i -> rate);
            if (burst != null && burst.p() <= 0.05) false5++;
        }
        System.out.println("burst, constant " + rate + ", seeds 0–399: p ≤ .05 in " + false5);
        assertThat(false5).isLessThanOrEqualTo(20);
    }

    /** A period may end in days that hold nothing yet, or begin before the first review. */
    @Test
    void daysWithoutReviews_changeNothing() {
        Synthetic maker = new Synthetic(3);
        long[] n = new long[120];
        long[] k = new long[120];
        for (int i = 0; i < n.length; i++) {
            n[i] = 100;
            k[i] = (long) maker.between(0, 2) + (i < 90 ? 0 : 8);
        }
        Burst whole = Objects.requireNonNull(BurstStart.of(k, n));
        assertThat(whole.start()).isBetween(88, 92);
        for (int empty : new int[] {1, 2, 9}) {
            Burst after = Objects.requireNonNull(
                    BurstStart.of(Arrays.copyOf(k, k.length + empty), Arrays.copyOf(n, n.length + empty)));
            assertThat(after.start()).isEqualTo(whole.start());
            assertThat(after.earliest()).isEqualTo(whole.earliest());
            assertThat(after.latest()).isEqualTo(whole.latest());
            long[] lateK = new long[k.length + empty];
            long[] lateN = new long[n.length + empty];
            System.arraycopy(k, 0, lateK, empty, k.length);
            System.arraycopy(n, 0, lateN, empty, n.length);
            Burst before = Objects.requireNonNull(BurstStart.of(lateK, lateN));
            assertThat(before.start()).isEqualTo(whole.start() + empty);
        }
    }

    @Test
    void burst_tellsItsRatesAndEnd() {
        long[] k = Synthetic.longs(40, i -> i >= 20 && i < 30 ? 10 : i % 2);
        Burst burst = Objects.requireNonNull(BurstStart.of(k, hundreds(40)));
        assertThat(burst.start()).isEqualTo(20);
        assertThat(burst.earliest()).isBetween(19, 20);
        assertThat(burst.latest()).isBetween(20, 21);
        assertThat(burst.end()).isEqualTo(30);
        assertThat(burst.before()).isEqualTo(0.005, within(1e-12));
        assertThat(burst.during()).isEqualTo(0.1, within(1e-12));
        assertThat(burst.p()).isLessThan(1e-6);
    }

    /** Poisson likelihood ratio of 12 in 400 and 8 in 1,600 by scipy.stats.poisson. */
    @Test
    void gain_agreesWithSciPy() {
        Occurrences series = new Occurrences(new long[] {8, 12}, new long[] {1600, 400});
        assertThat(series.gain(1, 2)).isEqualTo(15.276340039075508, within(1e-9));
        assertThat(series.gain(0, 1)).isZero();
    }

    /** The threshold sweep against all stretches. */
    @Test
    void closedStretch_isTheBestOfAll() {
        for (int seed = 0; seed < 100; seed++) {
            Synthetic maker = new Synthetic(seed);
            long[] n = maker.volume(60);
            long[] k = Synthetic.longs(60, i -> maker.binomial(n[i], i > 20 && i < 30 ? 0.04 : 0.02));
            Occurrences series = new Occurrences(k, n);
            double best = 0;
            for (int from = 0; from < 60; from++) {
                for (int until = from + 1; until <= 60; until++) best = Math.max(best, series.gain(from, until));
            }
            assertThat(Stretch.closed(series).gain()).isEqualTo(best, within(1e-9));
        }
    }

    @Test
    void tooLittle_isNoBurst() {
        assertThat(BurstStart.of(new long[0], new long[0])).isNull();
        assertThat(BurstStart.of(new long[] {9}, new long[] {10})).isNull();
        assertThat(BurstStart.of(new long[30], hundreds(30))).isNull();
        assertThat(BurstStart.of(Synthetic.longs(30, i -> i == 20 ? 2 : 0), hundreds(30)))
                .isNull();
        assertThat(BurstStart.of(Synthetic.longs(30, i -> i < 10 ? 5 : 0), hundreds(30)))
                .isNull();
    }

    @Test
    void emptyBuckets_areNoBeginning() {
        long[] n = Synthetic.longs(60, i -> i < 30 ? 0 : 100);
        long[] k = Synthetic.longs(60, i -> i < 45 ? 0 : 8);
        Burst burst = Objects.requireNonNull(BurstStart.of(k, n));
        assertThat(burst.start()).isEqualTo(45);
        assertThat(burst.before()).isZero();
        long[] throughout = Synthetic.longs(60, i -> i < 30 ? 0 : 8);
        assertThat(BurstStart.of(throughout, n))
                .satisfiesAnyOf(
                        b -> assertThat(b).isNull(),
                        b -> assertThat(Objects.requireNonNull(b).p()).isGreaterThan(0.5));
    }

    @Test
    void tenThousandBuckets_areAnswered() {
        Synthetic maker = new Synthetic(11);
        long[] k = Synthetic.longs(10_000, i -> maker.poisson(i < 6_000 ? 1 : 3));
        Burst burst = Objects.requireNonNull(BurstStart.of(k, hundreds(10_000)));
        assertThat(burst.start()).isBetween(5_997, 6_003);
    }

    @Test
    void impossibleCounts_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BurstStart.of(new long[] {2}, new long[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> BurstStart.of(new long[] {-1}, new long[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> BurstStart.of(new long[2], new long[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> BurstStart.of(new long[10_001], new long[10_001]));
    }

    private static double up(int since, int rise) {
        return rise == 0 ? 1 : Math.min(1, (since + 0.5) / rise);
    }

    private static Burst find(Synthetic maker, IntToDoubleFunction rate) {
        return Objects.requireNonNull(burst(maker, rate));
    }

    private static @Nullable Burst burst(Synthetic maker, IntToDoubleFunction rate) {
        long[] n = maker.volume(DAYS);
        return BurstStart.of(Synthetic.longs(DAYS, i -> maker.binomial(n[i], rate.applyAsDouble(i))), n);
    }

    private static long[] hundreds(int size) {
        return Synthetic.longs(size, i -> 100);
    }
}
