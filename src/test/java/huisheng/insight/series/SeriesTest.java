package huisheng.insight.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void values_outsideOfTheirBoundsAreRefused() {
        long[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> Series.counts(new long[] {3, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.shares(new long[] {2}, one));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.shares(one, new long[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.shares(one, new long[] {-1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.shares(one, new long[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.means(new double[] {Double.NaN}, one, -1, 1))
                .withMessage("bucket 0 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> Series.means(new double[] {1.1}, one, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.counts(new long[Series.MAX_BUCKETS + 1]));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.counts(one, 24, 7));
        assertThatIllegalArgumentException().isThrownBy(() -> Series.counts(one, 1));
    }

    @Test
    void gaps_areMissing() {
        Series shares = Series.shares(new long[] {1, 0, 2}, new long[] {4, 0, 4});
        assertThat(shares.known()).isEqualTo(2);
        assertThat(shares.missing(1)).isTrue();
        assertThat(shares.value(0)).isEqualTo(0.25);
        Series means = Series.means(new double[] {Double.NaN, 0.5}, new long[] {0, 1}, -1, 1);
        assertThat(means.known()).isEqualTo(1);
        Series counts = Series.counts(new long[] {5, 0, 7}).without(new boolean[] {false, true, false});
        assertThat(counts.missing(1)).isTrue();
        assertThat(counts.size()).isEqualTo(3);
    }

    @Test
    void season_isTheLongestHeldOftenEnough() {
        assertThat(Series.counts(new long[400], 24, 168).season(2)).isEqualTo(168);
        assertThat(Series.counts(new long[400], 24, 168).season(3)).isEqualTo(24);
        assertThat(Series.counts(new long[20], 24).season(1)).isEqualTo(1);
    }
}
