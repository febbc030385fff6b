package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

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
}
