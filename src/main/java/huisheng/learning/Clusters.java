package huisheng.learning;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Spherical k-means over unit vectors: each belongs to the centre with the largest cosine. */
final class Clusters {
    private static final int ROUNDS = 15;

    private Clusters() {}

    /** @return the cluster of each vector, 0 to {@code count - 1} */
    static int[] of(float[][] vectors, int count, long seed) {
        int size = vectors[0].length;
        float[][] centres = new float[count][];
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < count; c++) centres[c] = vectors[random.nextInt(vectors.length)].clone();
        int[] own = new int[vectors.length];
        for (int round = 0; round < ROUNDS; round++) {
            float[][] now = centres;
            IntStream.range(0, vectors.length).parallel().forEach(v -> own[v] = nearest(vectors[v], now));
            centres = means(vectors, own, count, size, random);
        }
        return own;
    }

    private static int nearest(float[] vector, float[][] centres) {
        int best = 0;
        float most = -2;
        for (int c = 0; c < centres.length; c++) {
            float[] centre = centres[c];
            float dot = 0;
            for (int i = 0; i < vector.length; i++) dot += vector[i] * centre[i];
            if (dot > most) {
                most = dot;
                best = c;
            }
        }
        return best;
    }

    private static float[][] means(float[][] vectors, int[] own, int count, int size, SplittableRandom random) {
        float[][] means = new float[count][size];
        int[] members = new int[count];
        for (int v = 0; v < vectors.length; v++) {
            members[own[v]]++;
            for (int i = 0; i < size; i++) means[own[v]][i] += vectors[v][i];
        }
        for (int c = 0; c < count; c++) {
            // an empty cluster starts again at some vector
            if (members[c] == 0) means[c] = vectors[random.nextInt(vectors.length)].clone();
            double square = 0;
            for (float x : means[c]) square += x * x;
            float norm = (float) (1 / Math.sqrt(square + 1e-12));
            for (int i = 0; i < size; i++) means[c][i] *= norm;
        }
        return means;
    }
}
