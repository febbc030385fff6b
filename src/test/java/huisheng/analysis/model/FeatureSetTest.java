package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureSetTest {
    @Test
    void add_sameHash_keepsTheFirstStretch() {
        FeatureSet set = new FeatureSet(4);
        set.add(42, 1, 3);
        set.add(42, 5, 9);
        set.add(43, 5, 9);
        assertThat(set.hashes()).containsExactly(42, 43);
        assertThat(set.start(0)).isEqualTo(1);
        assertThat(set.end(0)).isEqualTo(3);
        assertThat(set.start(1)).isEqualTo(5);
    }

    @Test
    void add_beyondExpectation_growsAndStaysDistinct() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        FeatureSet set = new FeatureSet(0);
        Set<Integer> expected = new LinkedHashSet<>();
        for (int i = 0; i < 20_000; i++) {
            int hash = random.nextInt(10_000) - 5_000;
            set.add(hash, i, i + 1);
            expected.add(hash);
        }
        assertThat(set.size()).as("seed " + seed).isEqualTo(expected.size());
        assertThat(set.hashes())
                .as("seed " + seed)
                .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
        assertThat(set.norm()).isEqualTo(1 / Math.sqrt(expected.size()));
    }

    @Test
    void add_zeroAndExtremes_areFeaturesLikeOthers() {
        FeatureSet set = new FeatureSet(1);
        set.add(0, 0, 1);
        set.add(0, 0, 1);
        set.add(Integer.MIN_VALUE, 1, 2);
        set.add(Integer.MAX_VALUE, 2, 3);
        assertThat(set.hashes()).containsExactly(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Test
    void signal_liesNowhere() {
        FeatureSet set = new FeatureSet(1);
        set.signal(7, 1);
        set.signal(7, 2);
        set.signal(7, 1);
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.start(0)).isEqualTo(FeatureSet.NOWHERE);
        assertThat(set.end(1)).isEqualTo(FeatureSet.NOWHERE);
        assertThat(set.hash(0)).isEqualTo(FeatureSet.mix(7, 1));
    }

    @Test
    void norm_noFeature_isOne() {
        assertThat(new FeatureSet(0).norm()).isEqualTo(1);
    }

    @Test
    void hashes_changed_leaveTheSetAlone() {
        FeatureSet set = new FeatureSet(1);
        set.add(5, 0, 1);
        set.hashes()[0] = 6;
        assertThat(set.hash(0)).isEqualTo(5);
    }
}
