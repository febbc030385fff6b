package huisheng.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TagWeightsTest {
    @Test
    void scores_randomKeys_areSumsOfTheirWeights() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int tags : new int[] {3, 5}) {
            int[] keys = random.ints(3_000).distinct().sorted().toArray();
            float[] weights = new float[keys.length * tags];
            for (int w = 0; w < weights.length; w++) weights[w] = (random.nextInt(255) - 127) / 127f;
            weights[0] = 1;
            TagWeights model = TagWeights.of(keys, weights, tags);
            int[] hashes = new int[20 * TagFeatures.PER_WORD];
            float[] expected = new float[20 * tags];
            for (int f = 0; f < hashes.length; f++) {
                int key = random.nextInt(keys.length);
                boolean isKnown = random.nextBoolean();
                hashes[f] = isKnown ? keys[key] : random.nextInt();
                for (int t = 0; t < tags && isKnown; t++) {
                    expected[f / TagFeatures.PER_WORD * tags + t] += weights[key * tags + t];
                }
            }
            float[] scores = model.scores(hashes, 20, tags);
            float handicap = expected[0] - scores[0];
            assertThat(handicap).isPositive();
            for (int i = 0; i < scores.length; i++) {
                float own = i % tags == 0 ? scores[i] + handicap : scores[i];
                assertThat(own).as("seed " + seed).isCloseTo(expected[i], within(0.02f));
            }
        }
    }

    @Test
    void of_tooManyTags_isRefused() {
        assertThatThrownBy(() -> TagWeights.of(new int[] {1}, new float[7], 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 tags");
    }
}
