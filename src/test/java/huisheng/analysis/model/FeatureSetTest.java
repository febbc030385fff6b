package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void copy_addedTo_leavesTheFirstAlone() {
        FeatureSet set = new FeatureSet(1, new KeyIndex(new int[] {9, 5}));
        set.add(5, 0, 1);
        assertThat(set.places()).startsWith(1);
        FeatureSet copy = FeaturePart.all(set).copy();
        copy.add(5, 3, 4);
        copy.add(9, 1, 2);
        assertThat(set.hashes()).containsExactly(5);
        assertThat(copy.hashes()).containsExactly(5, 9);
        assertThat(copy.start(0)).isZero();
        assertThat(copy.places()).startsWith(1, 0);
    }

    @Test
    void part_hasItsOwnStretches() {
        FeatureSet set = new FeatureSet(4);
        for (int hash = 1; hash < 5; hash++) set.add(hash, hash, hash + 1);
        FeaturePart part = FeaturePart.of(set, new int[] {2, 0, 0}, new int[] {7, 8, 0}, new int[] {9, 9, 0}, 2);
        assertThat(part.size()).isEqualTo(2);
        assertThat(part.hash(0)).isEqualTo(3);
        assertThat(part.start(0)).isEqualTo(7);
        assertThat(part.end(1)).isEqualTo(9);
        FeatureSet copy = part.copy();
        copy.signal(1, 1);
        assertThat(copy.hashes()).startsWith(3, 1).hasSize(3);
        assertThat(copy.start(1)).isEqualTo(8);
        assertThat(set.size()).isEqualTo(4);
        assertThat(part.size()).isEqualTo(2);
    }

    @Test
    void part_ofAll_growsWithTheSet() {
        FeatureSet set = new FeatureSet(4);
        FeaturePart all = FeaturePart.all(set);
        set.add(8, 2, 5);
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.hash(0)).isEqualTo(8);
        assertThat(all.start(0)).isEqualTo(2);
        assertThat(all.norm()).isEqualTo(set.norm());
    }

    @Test
    void addDistinct_comesBeforeWhatIsLookedFor() {
        FeatureSet set = new FeatureSet(0);
        for (int hash = 0; hash < 100; hash++) set.addDistinct(hash, hash, hash + 1);
        set.signal(1, 1);
        set.signal(1, 1);
        for (int value = 0; value < 100; value++) set.signal(2, value);
        assertThat(set.size()).isEqualTo(201);
        assertThat(set.hash(99)).isEqualTo(99);
        assertThat(set.hash(100)).isEqualTo(FeatureSet.mix(1, 1));
        assertThatThrownBy(() -> set.addDistinct(7, 0, 1)).isInstanceOf(IllegalStateException.class);
    }
}
