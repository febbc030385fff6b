package huisheng.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordVectorsTest {
    @Test
    void train_twice_givesTheSameVectors() {
        WordVectors once = train();
        WordVectors again = train();
        assertThat(once.words()).containsExactly(again.words());
        for (int w = 0; w < once.words().length; w++) {
            assertThat(once.vector(w)).containsExactly(again.vector(w));
        }
    }

    @Test
    void vector_hasLengthOne() {
        WordVectors vectors = train();
        for (int w = 0; w < vectors.words().length; w++) {
            double square = 0;
            for (float x : vectors.vector(w)) square += x * x;
            assertThat(square).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void clusters_ofTwoDirections_partThem() {
        Random random = new Random(4);
        float[][] vectors = new float[100][];
        for (int v = 0; v < vectors.length; v++) {
            double angle = (v % 2) * Math.PI / 2 + random.nextGaussian() * 0.05;
            vectors[v] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        int[] own = Clusters.of(vectors, 2, 1);
        for (int v = 0; v < own.length; v++) {
            assertThat(own[v]).isBetween(0, 1).isEqualTo(own[v % 2]);
        }
        assertThat(own[0]).isNotEqualTo(own[1]);
        assertThat(Clusters.of(vectors, 2, 1)).containsExactly(own);
    }

    private static WordVectors train() {
        Random random = new Random(2);
        TreeMap<String, Long> vocabulary = new TreeMap<>();
        List<String[]> sentences = new ArrayList<>();
        for (int s = 0; s < 400; s++) {
            String[] sentence = new String[8];
            for (int i = 0; i < 8; i++) {
                sentence[i] = "w" + random.nextInt(30);
                vocabulary.merge(sentence[i], 1L, Long::sum);
            }
            sentences.add(sentence);
        }
        return WordVectors.train(vocabulary, sentences, 8, 2);
    }
}
