package huisheng.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusteredProportionTest {
    private static final double Z95 = EffectPower.Z95;

    @Test
    void interval_ofGroupsOfOne_isNearWilsons() {
        long[] hits = new long[100];
        long[] sizes = new long[100];
        for (int i = 0; i < 100; i++) {
            hits[i] = i < 30 ? 1 : 0;
            sizes[i] = 1;
        }
        ClusteredProportion share = ClusteredProportion.of(hits, sizes);
        Proportion plain = new Proportion(30, 100);
        assertThat(share.value()).isEqualTo(0.3);
        assertThat(share.low(Z95)).isCloseTo(plain.low(Z95), within(1e-3));
        assertThat(share.high(Z95)).isCloseTo(plain.high(Z95), within(1e-3));
    }

    @Test
    void interval_ofGroupsThatShareTheirFate_countsGroups() {
        // 4 of 10 groups of 50, each wholly: by hand s² = 10/9·Σ(y−0.4·50)²/500² = 10/9·(4·30²+6·20²)/250000
        long[] hits = {50, 50, 50, 50, 0, 0, 0, 0, 0, 0};
        long[] sizes = {50, 50, 50, 50, 50, 50, 50, 50, 50, 50};
        ClusteredProportion share = ClusteredProportion.of(hits, sizes);
        assertThat(share.effective()).isCloseTo(0.24 / (10.0 / 9 * 6000 / 250_000), within(1e-12));
        assertThat(share.effective()).isCloseTo(9, within(1e-9));
    }

    @Test
    void interval_ofNoneOrAll_takesEachGroupForOne() {
        ClusteredProportion none = ClusteredProportion.of(new long[] {0, 0}, new long[] {20, 20});
        assertThat(none.effective()).isEqualTo(2);
        assertThat(none.low(Z95)).isZero();
        assertThat(none.high(Z95)).isCloseTo(new Proportion(0, 2).high(Z95), within(1e-12));
        ClusteredProportion all = ClusteredProportion.of(new long[] {7}, new long[] {7});
        assertThat(all.effective()).isEqualTo(1);
        assertThat(all.high(Z95)).isEqualTo(1);
    }

    @Test
    void interval_ofDrawnGroups_holdsTheTruthAboutAsOftenAsItSays() {
        long seed = 9_420_011;
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        int plainHeld = 0;
        int trials = 2_000;
        for (int trial = 0; trial < trials; trial++) {
            long[] hits = new long[40];
            long[] sizes = new long[40];
            long k = 0;
            long n = 0;
            for (int i = 0; i < 40; i++) {
                sizes[i] = 1L + random.nextInt(9);
                // answered together or not at all, in four of five tickets
                boolean together = random.nextInt(5) > 0;
                boolean fate = random.nextDouble() < 0.6;
                for (int j = 0; j < sizes[i]; j++) hits[i] += (together ? fate : random.nextDouble() < 0.6) ? 1 : 0;
                k += hits[i];
                n += sizes[i];
            }
            ClusteredProportion share = ClusteredProportion.of(hits, sizes);
            if (share.low(Z95) <= 0.6 && 0.6 <= share.high(Z95)) held++;
            Proportion plain = new Proportion(k, n);
            if (plain.low(Z95) <= 0.6 && 0.6 <= plain.high(Z95)) plainHeld++;
        }
        assertThat(held / (double) trials).as("seed " + seed).isBetween(0.92, 0.97);
        assertThat(plainHeld / (double) trials).as("seed " + seed).isLessThan(0.75);
    }

    @Test
    void of_moreHitsThanThings_isRefused() {
        assertThatThrownBy(() -> ClusteredProportion.of(new long[] {3}, new long[] {2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
