package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyIndexTest {
    @Test
    void find_everyKey_hasItsPlace() {
        long seed = System.nanoTime();
        int[] keys = new Random(seed).ints().distinct().limit(5_000).toArray();
        KeyIndex index = new KeyIndex(keys);
        for (int i = 0; i < keys.length; i++) {
            assertThat(index.find(keys[i])).as("seed " + seed).isEqualTo(i);
        }
    }

    @Test
    void find_unknownKey_isNowhere() {
        int[] even = new Random(11).ints(2_000).map(i -> i & ~1).distinct().toArray();
        KeyIndex index = new KeyIndex(even);
        for (int key : even) assertThat(index.find(key | 1)).isEqualTo(-1);
    }

    @Test
    void find_amongNone_isNowhere() {
        KeyIndex index = new KeyIndex(new int[0]);
        assertThat(index.find(0)).isEqualTo(-1);
        assertThat(index.find(1)).isEqualTo(-1);
    }

    @Test
    void find_zeroAsKey_isFound() {
        assertThat(new KeyIndex(new int[] {9, 0}).find(0)).isEqualTo(1);
    }

    @Test
    void find_many_isAsOneByOne() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        KeyIndex index =
                new KeyIndex(random.ints(0, 4_000).distinct().limit(1_000).toArray());
        int[] keys = random.ints(3_000, -10, 4_010).toArray();
        int[] places = new int[keys.length];
        index.find(keys, places, 100, keys.length);
        for (int i = 100; i < keys.length; i++) {
            assertThat(places[i]).as("seed " + seed).isEqualTo(index.find(keys[i]));
        }
        assertThat(places[99]).isZero();
    }

    @Test
    void union_ofLists_keepsTheOrderOfFirstAppearance() {
        KeyIndex index = KeyIndex.union(List.of(new int[] {5, 3}, new int[] {3, 8, 5}, new int[] {0}));
        assertThat(index.size()).isEqualTo(4);
        assertThat(new int[] {index.find(5), index.find(3), index.find(8), index.find(0), index.find(1)})
                .containsExactly(0, 1, 2, 3, -1);
    }
}
